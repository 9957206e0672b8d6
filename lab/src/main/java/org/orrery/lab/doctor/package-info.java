/**
 * Looking at the machine: what is here, what is missing and the line that installs it. Nothing is
 * changed here, and how findings are shown is decided elsewhere. Its two main types are {@link
 * org.orrery.lab.doctor.Doctor} and {@link org.orrery.lab.doctor.Finding}.
 */
package org.orrery.lab.doctor;
