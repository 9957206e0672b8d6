package org.orrery.workbench.checkpoints;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.FloatArrays;

/**
 * The number types that are read. Half precision becomes float32, which holds every such number
 * exactly; float64 and int64 stay what they are.
 */
enum Dtype {
  F64(8, "DoubleStorage"),
  F32(4, "FloatStorage"),
  F16(2, "HalfStorage"),
  BF16(2, "BFloat16Storage"),
  I64(8, "LongStorage");

  private final int bytes;
  private final String torchStorage;

  Dtype(int bytes, String torchStorage) {
    this.bytes = bytes;
    this.torchStorage = torchStorage;
  }

  /** Bytes a number. */
  int bytes() {
    return bytes;
  }

  /** The type by its name in safetensors. */
  static Optional<Dtype> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** The type by the name of PyTorch's storage class. */
  static Optional<Dtype> ofStorage(String name) {
    return Arrays.stream(values()).filter(type -> type.torchStorage.equals(name)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(Dtype::name).collect(Collectors.joining(", "));
  }

  /** Little-endian numbers as an array of this shape, row-major. */
  INDArray array(ByteBuffer numbers, long[] shape) {
    int n = numbers.remaining() / bytes;
    return switch (this) {
      case F64 -> {
        double[] values = new double[n];
        numbers.asDoubleBuffer().get(values);
        yield Nd4j.createFromArray(values).reshape(shape);
      }
      case I64 -> {
        long[] values = new long[n];
        numbers.asLongBuffer().get(values);
        yield Nd4j.createFromArray(values).reshape(shape);
      }
      case F32 -> {
        float[] values = new float[n];
        numbers.asFloatBuffer().get(values);
        yield FloatArrays.of(values, shape);
      }
      case F16 -> {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
          values[i] = half(numbers.getShort(numbers.position() + 2 * i));
        }
        yield FloatArrays.of(values, shape);
      }
      case BF16 -> {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
          values[i] = Float.intBitsToFloat(numbers.getShort(numbers.position() + 2 * i) << 16);
        }
        yield FloatArrays.of(values, shape);
      }
    };
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent with bias 15, 10 of fraction. */
  private static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, -24);
    } else {
      magnitude = Math.scalb((float) (fraction | 0x400), exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
