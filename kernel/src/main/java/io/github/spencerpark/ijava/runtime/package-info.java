/**
 * Names that notebooks written for the IJava kernel use, here the static functions of a cell.
 * Nothing of IJava's code is in it: each is a thin word for Orrery's own displays and magics. Its
 * two main types are {@link io.github.spencerpark.ijava.runtime.Display} and {@link
 * io.github.spencerpark.ijava.runtime.Kernel}.
 */
package io.github.spencerpark.ijava.runtime;
