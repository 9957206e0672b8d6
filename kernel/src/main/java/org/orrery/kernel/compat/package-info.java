/**
 * What notebooks of other Java kernels expect and Orrery's own packages do not have: more names in
 * scope, and looks of those kernels' own types. The names those notebooks import live in {@code
 * io.github.spencerpark} and {@code org.dflib.jjava}. Its two main types are {@link
 * org.orrery.kernel.compat.CompatScope} and {@link org.orrery.kernel.compat.CompatRenderer}.
 */
package org.orrery.kernel.compat;
