package org.orrery.workbench.engine;

import java.util.Map;

/**
 * A function from named input tensors to named output tensors, written against {@link Ops}.
 *
 * <pre>{@code
 * Computation line = (ops, in) ->
 *     Map.of("y", ops.linear(in.get("x"), ops.parameter("weight"), ops.parameter("bias")));
 * }</pre>
 *
 * <p>It must be a pure function of its inputs, its parameters and their shapes: an engine may trace
 * it once per set of input shapes and replay the trace.
 */
@FunctionalInterface
public interface Computation {
  /** Builds the outputs from the inputs. */
  Map<String, Tensor> apply(Ops ops, Map<String, Tensor> inputs);
}
