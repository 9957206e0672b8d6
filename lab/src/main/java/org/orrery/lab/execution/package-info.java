/**
 * Executing a notebook through a kernel, cell by cell, and collecting what its cells put out. How a
 * kernel is spoken to and how progress looks on a terminal is decided elsewhere. Its two main types
 * are {@link org.orrery.lab.execution.NotebookRun} and {@link org.orrery.lab.execution.RunResult}.
 */
package org.orrery.lab.execution;
