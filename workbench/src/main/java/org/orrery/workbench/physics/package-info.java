/**
 * The physics exam: whether what a model imagines obeys the physics of what it has seen.
 *
 * <p>Measures take plain values (true and imagined clips, latents) and hand out figures; nothing
 * here knows a model, trains one or draws. Main types: {@link
 * org.orrery.workbench.physics.Physics}, where measures start, and {@link
 * org.orrery.workbench.physics.RolloutReport}, the figures of an imagined future against the true
 * one.
 */
package org.orrery.workbench.physics;
