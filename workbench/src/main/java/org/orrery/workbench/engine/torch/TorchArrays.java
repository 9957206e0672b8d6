package org.orrery.workbench.engine.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays across the border between ND4J and libtorch. */
final class TorchArrays {
  private TorchArrays() {}

  /**
   * A row-major float32 array over whose memory {@link #view} may look; the same one if it is so.
   */
  static INDArray plain(INDArray array) {
    INDArray floats = array.castTo(DataType.FLOAT);
    boolean rowMajor =
        floats.ordering() == 'c' && !floats.isView() && floats.elementWiseStride() == 1;
    return rowMajor ? floats : floats.dup('c');
  }

  /** A tensor over the memory of a {@link #plain} array, which the caller keeps alive. */
  static Tensor view(INDArray plain) {
    return torch.from_blob(plain.data().addressPointer(), plain.shape());
  }

  /** A copy of a tensor's values. */
  static INDArray copy(Tensor tensor) {
    Tensor plain = tensor.detach().contiguous();
    float[] values = new float[(int) plain.numel()];
    new FloatPointer(plain.data_ptr()).get(values);
    return Nd4j.createFromArray(values).reshape(shape(plain));
  }

  static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }
}
