/**
 * The Jupyter messaging protocol, 5.4, as values: what a message is, how it becomes signed frames,
 * and the file that says where a kernel listens. No sockets and no evaluation live here, so a
 * client can use it as well as a kernel. Its two main types are {@link
 * org.orrery.kernel.protocol.Message} and {@link org.orrery.kernel.protocol.Wire}.
 */
package org.orrery.kernel.protocol;
