/**
 * The engine that runs eagerly on libtorch, through bytedeco's presets.
 *
 * <p>No torch or bytedeco type leaves this package: tensors go out as {@code INDArray}s. Native
 * memory is freed by one {@code PointerScope} a call. The main types are {@link
 * org.orrery.workbench.engine.torch.TorchEngine}, which the service loader finds, and the
 * operations in {@code TorchOps}.
 */
package org.orrery.workbench.engine.torch;
