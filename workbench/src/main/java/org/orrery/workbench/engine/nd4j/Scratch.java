package org.orrery.workbench.engine.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays between a graph's inputs and outputs, used again in every pass: a graph's shapes never
 * change. Fresh ones would wait for the garbage collector, which does not see native memory grow,
 * and closing an ND4J array does not free it either.
 */
final class Scratch extends AbstractMemoryMgr {
  private final Map<LongShapeDescriptor, Deque<INDArray>> free = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();

  private record Taken(LongShapeDescriptor wanted, INDArray array) {}

  /**
   * Begins a pass of this graph on this thread; the arrays of the pass before may be overwritten.
   */
  void serve(SameDiff graph) {
    taken.forEach(one -> of(one.wanted()).add(one.array()));
    taken.clear();
    graph
        .getSessions()
        .computeIfAbsent(Thread.currentThread().getId(), thread -> new InferenceSession(graph))
        .setMmgr(this);
  }

  private Deque<INDArray> of(LongShapeDescriptor descriptor) {
    return free.computeIfAbsent(descriptor, any -> new ArrayDeque<>());
  }

  @Override
  public INDArray allocate(boolean detached, DataType type, long... shape) {
    return allocate(detached, LongShapeDescriptor.fromShape(shape, type));
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    if (descriptor.isEmpty()) {
      return Nd4j.create(descriptor, false);
    }
    INDArray array = of(descriptor).poll();
    if (array == null) {
      array = Nd4j.create(descriptor, false);
    }
    taken.add(new Taken(descriptor, array));
    return array;
  }

  @Override
  public void release(INDArray array) {
    // Used again in the next pass, when no result can share its memory any more.
  }

  @Override
  public void close() {
    taken.clear();
    free.clear();
  }
}
