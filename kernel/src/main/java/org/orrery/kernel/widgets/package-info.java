/**
 * Interactive controls over the Jupyter widgets protocol 2.1: every model of
 * {@code @jupyter-widgets/base} and {@code @jupyter-widgets/controls} 2.0.0, generated from their
 * schema, and those in daily use finished by hand. Nothing of a front end lives here; its state
 * travels over comms. Its two main types are {@link org.orrery.kernel.widgets.Widgets} and {@link
 * org.orrery.kernel.widgets.Widget}.
 */
package org.orrery.kernel.widgets;
