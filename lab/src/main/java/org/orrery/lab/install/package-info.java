/**
 * Making the kernel known to Jupyter: what a kernelspec holds and where Jupyter looks for it. How
 * the kernel is started is decided by the client package. Its two main types are {@link
 * org.orrery.lab.install.Kernelspec} and {@link org.orrery.lab.install.KernelspecFolders}.
 */
package org.orrery.lab.install;
