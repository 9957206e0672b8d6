/**
 * Writing files so that nothing half-written is ever seen. What goes into the files is decided by
 * others. Its two types are {@link org.orrery.lab.files.Aside}, which writes, and {@link
 * org.orrery.lab.files.OutputFile}, which says before long work whether a file can be written.
 */
package org.orrery.lab.files;
