package org.orrery.workbench.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * An objective whose adapted weights W act as W + scale * B A, and whose frozen batch
 * normalisations stay at their running statistics. The model that wrote the objective knows of
 * neither: it is given {@link Ops} that behave so.
 *
 * <p>The algebra is seen through a proxy, since of its many operations only three behave otherwise:
 * {@code parameter} hands out the plain weight, {@code linear} adds the adapter's path x A' B',
 * which never builds the matrix B A, and any other operation that meets an adapted weight gets the
 * sum.
 */
record Adapters(Computation plain, Set<String> adapted, Set<String> frozen, double scale)
    implements Computation {
  private static final double EPSILON = 1e-5;

  /** The name of a weight's A [rank, in]. */
  static String down(String weight) {
    return weight + ".adapter_down";
  }

  /** The name of a weight's B [out, rank]. */
  static String up(String weight) {
    return weight + ".adapter_up";
  }

  @Override
  public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> inputs) {
    Map<Tensor, String> weights = new IdentityHashMap<>();
    Ops seen =
        (Ops)
            Proxy.newProxyInstance(
                Ops.class.getClassLoader(),
                new Class<?>[] {Ops.class},
                (proxy, method, arguments) -> call(ops, weights, method, arguments));
    return plain.apply(seen, inputs);
  }

  private Object call(Ops ops, Map<Tensor, String> weights, Method method, Object[] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "parameter" -> {
        Tensor weight = ops.parameter((String) arguments[0]);
        if (adapted.contains(arguments[0])) {
          weights.put(weight, (String) arguments[0]);
        }
        return weight;
      }
      case "linear" -> {
        String name = weights.get((Tensor) arguments[1]);
        if (name != null) {
          return linear(ops, (Tensor) arguments[0], name, (Tensor) arguments[2]);
        }
      }
      case "batchNorm" -> {
        String running = (String) arguments[3];
        if (ops.training() && frozen.contains(running + ".running_mean")) {
          return atRest(
              ops, (Tensor) arguments[0], (Tensor) arguments[1], (Tensor) arguments[2], running);
        }
      }
      default -> {
        // Every other operation is the algebra's own.
      }
    }
    try {
      return method.invoke(ops, summed(ops, weights, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Tensor linear(Ops ops, Tensor x, String name, Tensor bias) {
    Tensor plainPath = ops.linear(x, ops.parameter(name), bias);
    Tensor inner = ops.linear(x, ops.parameter(down(name)), null);
    Tensor change = ops.linear(inner, ops.parameter(up(name)), null);
    return ops.add(plainPath, ops.mul(change, scale));
  }

  /** The arguments, each adapted weight among them replaced by its sum with the adapter. */
  private Object[] summed(Ops ops, Map<Tensor, String> weights, Object[] arguments) {
    if (arguments == null || weights.isEmpty()) {
      return arguments;
    }
    Object[] others = arguments.clone();
    for (int i = 0; i < others.length; i++) {
      if (others[i] instanceof Tensor tensor) {
        others[i] = summed(ops, weights, tensor);
      } else if (others[i] instanceof List<?> list) {
        others[i] =
            list.stream()
                .map(one -> one instanceof Tensor tensor ? summed(ops, weights, tensor) : one)
                .toList();
      }
    }
    return others;
  }

  private Tensor summed(Ops ops, Map<Tensor, String> weights, Tensor tensor) {
    String name = weights.get(tensor);
    if (name == null) {
      return tensor;
    }
    Tensor change = ops.matmul(ops.parameter(up(name)), ops.parameter(down(name)));
    return ops.add(tensor, ops.mul(change, scale));
  }

  /** Batch normalisation over running statistics, features in dimension 1. */
  private static Tensor atRest(Ops ops, Tensor x, Tensor gamma, Tensor beta, String running) {
    long[] shape = new long[x.shape().length];
    java.util.Arrays.fill(shape, 1);
    shape[1] = x.size(1);
    Tensor mean = ops.reshape(ops.parameter(running + ".running_mean"), shape);
    Tensor variance = ops.reshape(ops.parameter(running + ".running_var"), shape);
    Tensor y = ops.div(ops.sub(x, mean), ops.sqrt(ops.add(variance, EPSILON)));
    if (gamma == null) {
      return y;
    }
    return ops.add(ops.mul(y, ops.reshape(gamma, shape)), ops.reshape(beta, shape));
  }
}
