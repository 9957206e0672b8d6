/**
 * Notebooks as pages: one HTML file that needs no network, no script and no other file. Executing
 * cells and choosing what they show lies elsewhere. Its two main types are {@link
 * org.orrery.lab.html.HtmlPage}, the page, and {@code OutputHtml}, which picks the richest form of
 * an output.
 */
package org.orrery.lab.html;
