/**
 * The magics that come with the kernel, except those that resolve Maven artifacts. Each is a small
 * {@link org.orrery.kernel.magic.MagicSet}, loaded when a cell first uses a magic. How a cell is
 * split, and what magics act on, lives in the package above.
 */
package org.orrery.kernel.magic.builtin;
