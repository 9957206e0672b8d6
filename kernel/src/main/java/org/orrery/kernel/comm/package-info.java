/**
 * Comms: named two-way channels between code in a cell and code in the front end, as widgets use
 * them. No sockets live here and no widget; a running kernel plugs in as a channel, and without one
 * nobody listens. Its two main types are {@link org.orrery.kernel.comm.Comms} and {@link
 * org.orrery.kernel.comm.Comm}.
 */
package org.orrery.kernel.comm;
