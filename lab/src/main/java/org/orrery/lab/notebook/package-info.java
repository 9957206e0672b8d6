/**
 * Notebooks as values: reading, checking and writing nbformat 4, and putting parameters into one.
 * Nothing here executes a cell or knows a kernel. Its two main types are {@link
 * org.orrery.lab.notebook.Notebook} and {@link org.orrery.lab.notebook.Cell}.
 */
package org.orrery.lab.notebook;
