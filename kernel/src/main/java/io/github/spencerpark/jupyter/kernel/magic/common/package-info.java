/**
 * Names that notebooks written for the IJava kernel use, here the magics that they register
 * themselves. Nothing of IJava's code is in it. Its main type is {@link
 * io.github.spencerpark.jupyter.kernel.magic.common.Shell}.
 */
package io.github.spencerpark.jupyter.kernel.magic.common;
