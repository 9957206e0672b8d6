/**
 * The client's side of the Jupyter protocol: starting a kernel as a process and speaking to it over
 * its ZeroMQ sockets. Notebooks and what is done with outputs live elsewhere. Its two main types
 * are {@link org.orrery.lab.client.KernelProcess} and {@link org.orrery.lab.client.KernelClient}.
 */
package org.orrery.lab.client;
