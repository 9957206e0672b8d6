/**
 * Names that notebooks and extensions written for the JJava kernel use, here the kernel object.
 * Nothing of JJava's code is in it: each extends the same word for IJava, or is a thin one for
 * Orrery's own. Its main type is {@link org.dflib.jjava.kernel.JavaKernel}.
 */
package org.dflib.jjava.kernel;
