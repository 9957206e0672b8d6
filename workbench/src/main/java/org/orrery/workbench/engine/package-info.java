/**
 * The small tensor algebra a world model is written in, and the seam behind which engines compute
 * it.
 *
 * <p>A model is a {@link org.orrery.workbench.engine.Computation}: a function from input tensors to
 * output tensors, written once against {@link org.orrery.workbench.engine.Ops}. An {@link
 * org.orrery.workbench.engine.Engine} runs it, eagerly on libtorch or as a graph on ND4J; nothing
 * here knows clips, models or training schedules.
 */
package org.orrery.workbench.engine;
