/**
 * Names that notebooks and extensions written for the JJava kernel use, here MIME types. Nothing of
 * JJava's code is in it: each extends the same word for IJava, or is a thin one for Orrery's own.
 * Its main type is {@link org.dflib.jjava.jupyter.kernel.display.mime.MIMEType}.
 */
package org.dflib.jjava.jupyter.kernel.display.mime;
