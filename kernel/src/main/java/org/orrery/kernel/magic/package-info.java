/**
 * What a cell can say beyond Java: line magics such as {@code %maven}, cell magics such as {@code
 * %%bash}, and the splitting of a cell into those and Java. How Java is evaluated, and how a front
 * end is told, live elsewhere: a magic acts on the evaluation only through {@link
 * org.orrery.kernel.magic.Workspace}. Its two main types are {@link
 * org.orrery.kernel.magic.CellParts} and {@link org.orrery.kernel.magic.Magics}.
 */
package org.orrery.kernel.magic;
