package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
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
 * The arrays of one pass through a graph, all freed when the pass is over. Left to itself, SameDiff
 * leaves those of a gradient to the garbage collector, which does not see native memory grow.
 */
final class Scratch extends AbstractMemoryMgr implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();

  /** Makes this graph take its arrays from here, on this thread. */
  void serve(SameDiff graph) {
    Map<Long, InferenceSession> sessions = graph.getSessions();
    InferenceSession session =
        sessions.computeIfAbsent(
            Thread.currentThread().getId(), thread -> new InferenceSession(graph));
    session.setMmgr(this);
  }

  @Override
  public INDArray allocate(boolean detached, DataType type, long... shape) {
    return keep(Nd4j.createUninitializedDetached(type, shape));
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    return keep(Nd4j.create(descriptor, false));
  }

  private INDArray keep(INDArray array) {
    arrays.add(array);
    return array;
  }

  @Override
  public void release(INDArray array) {
    // Freed with the others, once no result can share its memory any more.
  }

  @Override
  public void close() {
    arrays.stream().filter(INDArray::closeable).forEach(INDArray::close);
    arrays.clear();
  }
}
