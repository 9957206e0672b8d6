package org.orrery.workbench.engine.torch;

import java.util.IdentityHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.orrery.workbench.engine.Precision;

/**
 * The numbers of one pass: which operations take bfloat16. A tensor is only converted once, however
 * many products read it: what a recurrent layer gains most by.
 */
final class Arithmetic {
  private final ScalarType plain;
  private final boolean mixed;
  private final Map<Tensor, Tensor> converted = new IdentityHashMap<>();

  private Arithmetic(ScalarType plain, boolean mixed) {
    this.plain = plain;
    this.mixed = mixed;
  }

  static Arithmetic of(Precision precision) {
    return new Arithmetic(ScalarType.Float, precision == Precision.MIXED);
  }

  /** float64, for gradient checks. */
  static Arithmetic doubles() {
    return new Arithmetic(ScalarType.Double, false);
  }

  /** The operand of a product. */
  Tensor product(Tensor x) {
    return mixed && is(x, ScalarType.Float)
        ? converted.computeIfAbsent(x, t -> t.to(ScalarType.BFloat16))
        : x;
  }

  /**
   * The operand of attention: libtorch's fused kernel has fast bfloat16 on cards, while on the CPU
   * it takes several times as long as its float32.
   */
  Tensor attended(Tensor x) {
    return TorchDevice.chosen().isCuda() ? product(x) : exact(x);
  }

  /** The operand of what needs float32's digits. */
  Tensor exact(Tensor x) {
    return mixed && is(x, ScalarType.BFloat16) ? x.to(ScalarType.Float) : x;
  }

  private static boolean is(Tensor x, ScalarType type) {
    return x.scalar_type().intern() == type;
  }

  Tensor constant(float[] values, long[] shape) {
    return TorchDevice.chosen().place(torch.from_blob(new FloatPointer(values), shape), plain);
  }
}
