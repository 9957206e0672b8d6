package org.orrery.workbench.engine.nd4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.orrery.workbench.engine.Tensor;

/** A variable of a graph, with the shape it will have: SameDiff knows it only while it runs. */
record Nd4jTensor(SDVariable variable, long[] shape) implements Tensor {}
