/**
 * Names that notebooks and extensions written for the JJava kernel use, here rendering. Nothing of
 * JJava's code is in it: each extends the same word for IJava, or is a thin one for Orrery's own.
 * Its main type is {@link org.dflib.jjava.jupyter.kernel.display.Renderer}.
 */
package org.dflib.jjava.jupyter.kernel.display;
