/**
 * What the workbench's values look like in a notebook: playing clips, contact sheets and their
 * captions, each as one bundle of HTML, picture and text. Nothing is computed here that a result
 * does not hold already, and no other package of the workbench may use the kernel's display. The
 * two main types are {@link org.orrery.workbench.view.Player} and {@link
 * org.orrery.workbench.view.ClipRenderer}.
 */
package org.orrery.workbench.view;
