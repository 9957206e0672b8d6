package org.orrery.workbench.engine.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.FloatArrays;

/**
 * Arrays across the border between ND4J and libtorch. ND4J is only called outside libtorch's
 * scopes.
 */
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

  /** A tensor over the memory of a {@link #floats} array, which the caller keeps alive. */
  static Tensor view(INDArray array) {
    // The address is that of a view's first number already.
    return torch.from_blob(array.data().addressPointer(), array.shape(), array.stride());
  }

  /**
   * A tensor's values on the way to ND4J. A {@code PointerScope} would take hold of whatever ND4J
   * allocates inside it, its thread's own scratch memory too, so that the array is only made once
   * the scope is closed.
   */
  record Values(float[] values, long[] shape) {
    static Values of(Tensor tensor) {
      Tensor plain = tensor.detach().cpu().to(ScalarType.Float).contiguous();
      float[] values = new float[(int) plain.numel()];
      new FloatPointer(plain.data_ptr()).get(values);
      return new Values(values, TorchArrays.shape(plain));
    }

    INDArray toArray() {
      return FloatArrays.of(values, shape);
    }
  }

  /**
   * Arrays of a batch in float32, themselves if they are: ND4J frees a copy only when a collection
   * has found it, perhaps a thousand steps later. To be called outside any scope.
   */
  static Map<String, INDArray> floats(Map<String, INDArray> arrays) {
    Map<String, INDArray> floats = new LinkedHashMap<>();
    arrays.forEach((name, array) -> floats.put(name, array.castTo(DataType.FLOAT)));
    return floats;
  }

  static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }
}
