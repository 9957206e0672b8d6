/**
 * The evaluation of cells: each is compiled as a whole by javac, kept warm, and run inside the
 * kernel's own JVM so that values stay what they are, with cells that can be stopped and errors
 * that name the cell's lines; and the help while one is written. No messages and no sockets live
 * here. Its two main types are {@link org.orrery.kernel.shell.CodeShell} and {@link
 * org.orrery.kernel.shell.Outcome}.
 */
package org.orrery.kernel.shell;
