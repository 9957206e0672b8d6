/**
 * Names that notebooks written for the IJava kernel use, here what kernels have in common. Nothing
 * of IJava's code is in it: each is a thin word for Orrery's own displays and magics. Its two main
 * types are {@link io.github.spencerpark.jupyter.kernel.BaseKernel} and {@link
 * io.github.spencerpark.jupyter.kernel.JupyterIO}.
 */
package io.github.spencerpark.jupyter.kernel;
