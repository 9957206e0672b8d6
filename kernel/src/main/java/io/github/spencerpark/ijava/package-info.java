/**
 * Names that notebooks written for the IJava kernel use, here the entry point and the kernel
 * object. Nothing of IJava's code is in it: each is a thin word for Orrery's own displays and
 * magics. Its two main types are {@link io.github.spencerpark.ijava.IJava} and {@link
 * io.github.spencerpark.ijava.JavaKernel}.
 */
package io.github.spencerpark.ijava;
