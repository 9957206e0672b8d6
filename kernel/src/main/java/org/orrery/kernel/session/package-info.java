/**
 * The running kernel: its five sockets, the loops that answer requests, and the one writer of
 * everything a front end shows. No Java is evaluated here and no value is rendered. Its two main
 * types are {@link org.orrery.kernel.session.KernelSession} and, inside, the IOPub writer.
 */
package org.orrery.kernel.session;
