/**
 * Checkpoints as folders: weights in safetensors, and a JSON card that says what they are.
 *
 * <p>Nothing that executes code is ever read. {@link org.orrery.workbench.checkpoints.Checkpoint}
 * reads and writes a folder; {@link org.orrery.workbench.checkpoints.Safetensors} the weights. What
 * the tensors mean is the models' business.
 */
package org.orrery.workbench.checkpoints;
