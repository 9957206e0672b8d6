package org.orrery.workbench.checkpoints;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orrery.workbench.checkpoints.PickleValue.Dict;
import org.orrery.workbench.checkpoints.PickleValue.Global;
import org.orrery.workbench.checkpoints.PickleValue.Storage;
import org.orrery.workbench.checkpoints.PickleValue.Tensor;
import org.orrery.workbench.checkpoints.PickleValue.Tuple;

/** The names of Python a state dict may hold, each with the data it stands for. */
final class TorchGlobals {
  private static final String DICT = "collections.OrderedDict";
  private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";
  private static final int MOST_DIMENSIONS = 16;
  private static final Set<String> NAMES = new LinkedHashSet<>(List.of(DICT, TENSOR, PARAMETER));

  static {
    for (String storage : List.of("Double", "Float", "Half", "BFloat16", "Long")) {
      NAMES.add("torch." + storage + "Storage");
    }
  }

  private TorchGlobals() {}

  static boolean known(Global global) {
    return NAMES.contains(global.name());
  }

  static String names() {
    return String.join(", ", NAMES);
  }

  /** What a call of a global would give, built by our own hands. */
  static Object reduce(Object callable, Object arguments, int at) throws PickleException {
    if (!(callable instanceof Global global) || !(arguments instanceof Tuple given)) {
      throw wrong(at, "calls %s", PickleValue.kind(callable));
    }
    List<Object> items = given.items();
    return switch (global.name()) {
      case DICT -> {
        if (!items.isEmpty()) {
          throw wrong(at, "makes an OrderedDict from %d arguments; 0 are read", items.size());
        }
        yield new Dict();
      }
      case TENSOR -> tensor(items, at);
      case PARAMETER -> {
        if (items.isEmpty() || !(items.get(0) instanceof Tensor tensor)) {
          throw wrong(at, "makes a parameter of what is no tensor");
        }
        yield tensor;
      }
      default -> throw wrong(at, "calls %s", global.name());
    };
  }

  /** The storage that a persistent id names: ("storage", class, key, device, count). */
  static Storage storage(Object id, int at) throws PickleException {
    if (!(id instanceof Tuple tuple)
        || tuple.items().size() != 5
        || !"storage".equals(tuple.items().get(0))
        || !(tuple.items().get(1) instanceof Global type)
        || !(tuple.items().get(2) instanceof String key)
        || !(tuple.items().get(4) instanceof Long count)) {
      throw wrong(at, "refers to something outside that is no storage");
    }
    if (!key.matches("[0-9]{1,18}")) {
      throw wrong(
          at,
          "takes a storage from \"%s\"; a storage's key is a number, and no path",
          key.substring(0, Math.min(60, key.length())).replaceAll("[^\\p{Graph} ]", "?"));
    }
    String simple = type.name().substring(type.name().lastIndexOf('.') + 1);
    Dtype dtype =
        Dtype.ofStorage(simple)
            .orElseThrow(() -> wrong(at, "takes a storage of class %s", type.name()));
    if (count < 0 || count > Integer.MAX_VALUE / dtype.bytes()) {
      throw wrong(at, "takes a storage of %d numbers; 0 to 2 GiB are read", count);
    }
    return new Storage(dtype, key, count);
  }

  private static Tensor tensor(List<Object> items, int at) throws PickleException {
    if (items.size() < 4
        || !(items.get(0) instanceof Storage storage)
        || !(items.get(1) instanceof Long offset)
        || !(items.get(2) instanceof Tuple size)
        || !(items.get(3) instanceof Tuple strides)) {
      throw wrong(at, "makes a tensor without a storage, an offset, a shape or strides");
    }
    long[] shape = numbers(size, at);
    long[] stride = numbers(strides, at);
    if (shape.length != stride.length || shape.length > MOST_DIMENSIONS) {
      throw wrong(
          at,
          "makes a tensor of %d lengths and %d strides; as many of each are needed, %d at most",
          shape.length,
          stride.length,
          MOST_DIMENSIONS);
    }
    checkInside(storage, offset, shape, stride, at);
    return new Tensor(storage, offset, shape, stride);
  }

  /** The last number must lie in the storage, and none may be shown more often than it is there. */
  private static void checkInside(Storage storage, long offset, long[] shape, long[] stride, int at)
      throws PickleException {
    long length = 1;
    long last = offset;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 1 || stride[i] < 0 || length > storage.count() / shape[i]) {
        throw outside(storage, offset, shape, stride, at);
      }
      length *= shape[i];
      if (shape[i] > 1 && stride[i] > storage.count() / (shape[i] - 1)) {
        throw outside(storage, offset, shape, stride, at);
      }
      last += (shape[i] - 1) * stride[i];
    }
    if (offset < 0 || last < 0 || last >= storage.count()) {
      throw outside(storage, offset, shape, stride, at);
    }
  }

  private static PickleException outside(
      Storage storage, long offset, long[] shape, long[] stride, int at) {
    return wrong(
        at,
        "makes a tensor of shape %s, strides %s, from %d on, of a storage of %d numbers, which does not hold it",
        Arrays.toString(shape),
        Arrays.toString(stride),
        offset,
        storage.count());
  }

  private static long[] numbers(Tuple tuple, int at) throws PickleException {
    long[] numbers = new long[tuple.items().size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(tuple.items().get(i) instanceof Long number)) {
        throw wrong(at, "makes a tensor whose shape or stride is no whole number");
      }
      numbers[i] = number;
    }
    return numbers;
  }

  private static PickleException wrong(int at, String what, Object... values) {
    return new PickleException("at byte %d the pickle %s".formatted(at, what.formatted(values)));
  }
}
