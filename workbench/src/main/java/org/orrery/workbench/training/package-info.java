/**
 * The training loop: one loop, top to bottom, for every world model.
 *
 * <p>{@link org.orrery.workbench.training.FineTune} draws seeded windows of clips, steps an engine
 * along a warm-up and cosine schedule, and tells its listeners; {@link
 * org.orrery.workbench.training.Trainable} is what it needs of a model. No model's architecture and
 * no display lives here.
 */
package org.orrery.workbench.training;
