/**
 * The command line: what a user types, what the terminal shows, and the exit code. The work itself
 * is done by the packages beside this one. Its two main types are {@link
 * org.orrery.lab.cli.OrreryCommand} and the commands it lists.
 */
package org.orrery.lab.cli;
