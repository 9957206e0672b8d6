/**
 * Names that notebooks written for the IJava kernel use, here MIME types. Nothing of IJava's code
 * is in it: each is a thin word for Orrery's own displays and magics. Its main type is {@link
 * io.github.spencerpark.jupyter.kernel.display.mime.MIMEType}.
 */
package io.github.spencerpark.jupyter.kernel.display.mime;
