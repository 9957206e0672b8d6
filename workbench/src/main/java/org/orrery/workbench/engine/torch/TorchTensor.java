package org.orrery.workbench.engine.torch;

import org.orrery.workbench.engine.Tensor;

/** A libtorch tensor as the algebra's handle. */
record TorchTensor(org.bytedeco.pytorch.Tensor value) implements Tensor {
  @Override
  public long[] shape() {
    return TorchArrays.shape(value);
  }
}
