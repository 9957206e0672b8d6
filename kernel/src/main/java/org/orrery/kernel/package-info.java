/**
 * The program: a Jupyter kernel for Java, started by a front end with the path of a connection
 * file. What a kernel does lives in the packages below. Its main type is {@link
 * org.orrery.kernel.OrreryKernel}.
 */
package org.orrery.kernel;
