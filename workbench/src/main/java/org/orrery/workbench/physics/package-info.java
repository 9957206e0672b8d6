/**
 * The physics exam: whether what a model imagines obeys the physics of what it has seen, and
 * whether a video of any origin can be.
 *
 * <p>Measures take clips, latents, or a model that they only watch; nothing here trains one or
 * draws. Main types: {@link org.orrery.workbench.physics.Physics}, where measures start, {@link
 * org.orrery.workbench.physics.Exam}, what a model is worth in a world, and {@link
 * org.orrery.workbench.physics.VideoReport}, what is wrong with a video.
 */
package org.orrery.workbench.physics;
