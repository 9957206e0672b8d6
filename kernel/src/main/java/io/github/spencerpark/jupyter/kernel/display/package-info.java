/**
 * Names that notebooks written for the IJava kernel use, here rendering. Nothing of IJava's code is
 * in it: each is a thin word for Orrery's own displays and magics. Its two main types are {@link
 * io.github.spencerpark.jupyter.kernel.display.DisplayData} and {@link
 * io.github.spencerpark.jupyter.kernel.display.Renderer}.
 */
package io.github.spencerpark.jupyter.kernel.display;
