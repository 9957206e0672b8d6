/**
 * Where the workbench's files lie and how they are replaced: relative paths that resolve beside a
 * notebook or at Orrery's home ({@link org.orrery.workbench.files.Home}), and folders written aside
 * and then moved ({@link org.orrery.workbench.files.Aside}). It knows no format.
 */
package org.orrery.workbench.files;
