/**
 * How a value becomes something to look at: MIME bundles, the renderers that make them, and the
 * calls a cell uses to show them. No messages and no sockets live here; a running kernel plugs in
 * as a channel, and without one displays become files. Its two main types are {@link
 * org.orrery.kernel.display.Display} and {@link org.orrery.kernel.display.Renderer}.
 */
package org.orrery.kernel.display;
