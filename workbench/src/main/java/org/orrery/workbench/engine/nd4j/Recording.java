package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.config.ExecutionResult;
import org.nd4j.autodiff.samediff.config.SDValue;
import org.nd4j.autodiff.samediff.internal.FrameIter;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.same.Identity;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A pass through a graph that can be played again. SameDiff's session looks up, sizes and names
 * every operation in every pass, which takes as long as the operations of a small model. The shapes
 * of our graphs never change and there is no branch in them, so that the first pass writes down the
 * operations in their order, with the arrays they read and wrote, and a later one runs the list.
 *
 * <p>What is fed must be the same arrays in every pass, filled anew. All arrays in between are kept
 * and overwritten: fresh ones would wait for the garbage collector, which does not see native
 * memory grow, and closing an ND4J array does not free it either.
 */
final class Recording extends InferenceSession {
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, INDArray> values = new HashMap<>();

  /** An operation, and in the context the arrays and arguments it is called with. */
  private record Step(DifferentialFunction operation, OpContext context) {
    void run() {
      if (operation instanceof CustomOp custom) {
        Nd4j.exec(custom, context);
      } else {
        Nd4j.exec((Op) operation, context);
      }
    }
  }

  /** A session whose arrays are kept. */
  private Recording(SameDiff graph) {
    super(graph);
    setMmgr(new Kept());
  }

  /** Makes the next pass of this graph on this thread the one that is recorded. */
  static Recording of(SameDiff graph) {
    Recording recording = new Recording(graph);
    graph.getSessions().put(Thread.currentThread().getId(), recording);
    return recording;
  }

  @Override
  public ExecutionResult doExec(
      DifferentialFunction operation,
      OpContext context,
      FrameIter frame,
      Set<VarId> inputs,
      Set<VarId> allInputs,
      Set<String> constants,
      Map<String, SDValue> others) {
    ExecutionResult result =
        super.doExec(operation, context, frame, inputs, allInputs, constants, others);
    String[] names = operation.outputVariablesNames();
    if (operation instanceof Identity) {
      // It hands its operand on, under the operand's name.
      result
          .getValueOutputs()
          .forEach((operand, value) -> values.put(names[0], value.getTensorValue()));
    } else {
      steps.add(new Step(operation, copy(operation, context)));
      for (int i = 0; i < names.length; i++) {
        values.put(names[i], context.getOutputArray(i));
      }
    }
    return result;
  }

  /** The session empties its own context after the operation. */
  private static OpContext copy(DifferentialFunction operation, OpContext context) {
    OpContext own = Nd4j.getExecutioner().buildContext();
    INDArray[] read = context.getInputArrays().toArray(new INDArray[0]);
    own.setInputArrays(read);
    own.setOutputArrays(context.getOutputArrays().toArray(new INDArray[0]));
    if (operation instanceof DynamicCustomOp custom) {
      own.setArgs(read, custom.iArgs(), custom.dArgs(), custom.tArgs(), custom.bArgs());
    }
    return own;
  }

  /** Runs the recorded operations again, over what their arrays now hold. */
  void replay() {
    for (Step step : steps) {
      step.run();
    }
  }

  /** The array of a variable that an operation of the graph computes. */
  INDArray value(String variable) {
    return values.get(variable);
  }

  /** Arrays that are never given back. */
  private static final class Kept extends AbstractMemoryMgr {
    @Override
    public INDArray allocate(boolean detached, DataType type, long... shape) {
      return allocate(detached, LongShapeDescriptor.fromShape(shape, type));
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
      return Nd4j.create(descriptor, false);
    }

    @Override
    public void release(INDArray array) {
      // A later pass writes to it again.
    }

    @Override
    public void close() {
      // The arrays go with the recording.
    }
  }
}
