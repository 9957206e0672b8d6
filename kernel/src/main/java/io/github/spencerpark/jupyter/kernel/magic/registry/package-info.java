/**
 * Names that notebooks written for the IJava kernel use, here the registry of magics. Nothing of
 * IJava's code is in it: each is a thin word for Orrery's own displays and magics. Its two main
 * types are {@link io.github.spencerpark.jupyter.kernel.magic.registry.Magics} and {@link
 * io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic}.
 */
package io.github.spencerpark.jupyter.kernel.magic.registry;
