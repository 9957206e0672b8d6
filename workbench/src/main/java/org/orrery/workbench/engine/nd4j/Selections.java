package org.orrery.workbench.engine.nd4j;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;

/** Operations that pick elements: by a condition, by an index, by size, or again and again. */
final class Selections {
  private final Graph graph;
  private final SameDiff sd;

  Selections(Graph graph) {
    this.graph = graph;
    this.sd = graph.sd();
  }

  /**
   * Elements of a where the condition is not zero, of b elsewhere. SameDiff's own has no gradient,
   * and a product with zero would make NaN of an infinite element that was not chosen.
   */
  Nd4jTensor where(Nd4jTensor condition, Nd4jTensor a, Nd4jTensor b) {
    long[] shape = Shapes.broadcast(condition.shape(), Shapes.broadcast(a.shape(), b.shape()));
    SDVariable zero = graph.zeros(shape).variable();
    SDVariable chosen = expand(condition, shape).variable().neq(zero).castTo(graph.type());
    SDVariable mask = new StopGradient(sd, chosen).outputVariable();
    SDVariable result = only(expand(a, shape), mask).add(only(expand(b, shape), mask.rsub(1)));
    return new Nd4jTensor(result, shape);
  }

  /** Elements where the mask is one, zero where it is zero. */
  private SDVariable only(Nd4jTensor x, SDVariable mask) {
    SDVariable infiniteIfChosen =
        new StopGradient(sd, sd.math().log(mask.rsub(1))).outputVariable();
    SDVariable above = sd.math().max(x.variable(), infiniteIfChosen);
    return sd.math().min(above, infiniteIfChosen.neg()).mul(mask);
  }

  /** The tensor repeated along dimensions of length one. */
  Nd4jTensor expand(Nd4jTensor x, long[] shape) {
    return Arrays.equals(x.shape(), shape)
        ? x
        : new Nd4jTensor(x.variable().add(graph.zeros(shape).variable()), shape);
  }

  /** The largest elements; equal ones share the gradient, where SameDiff's own takes the first. */
  Nd4jTensor largest(Nd4jTensor x, int[] over) {
    SDVariable top = new StopGradient(sd, x.variable().max(true, over)).outputVariable();
    SDVariable ties = x.variable().gte(top).castTo(graph.type());
    Nd4jTensor zeros = graph.zeros(x.shape());
    Nd4jTensor only = where(new Nd4jTensor(ties, x.shape()), x, zeros);
    SDVariable result = sd.sum(only.variable(), over).div(sd.sum(ties, over));
    return new Nd4jTensor(result, Shapes.without(x.shape(), over));
  }

  /** Rows of weight [n, features], as a product: the gradient of SameDiff's gather is wrong. */
  Nd4jTensor rows(Nd4jTensor indices, Nd4jTensor weight) {
    long[] shape = Arrays.copyOf(indices.shape(), indices.shape().length + 1);
    shape[shape.length - 1] = weight.size(1);
    SDVariable numbers = whole(indices);
    graph.bound("embedding", numbers, weight.size(0));
    SDVariable flat = sd.reshape(numbers, Shapes.length(indices.shape()));
    SDVariable rows = sd.mmul(oneHot(flat, weight.size(0)), weight.variable());
    return new Nd4jTensor(sd.reshape(rows, shape), shape);
  }

  /** Elements of x along one dimension, again as a product. */
  Nd4jTensor gather(Nd4jTensor x, int dimension, Nd4jTensor index) {
    int rank = x.shape().length;
    long n = x.size(dimension);
    long m = index.size(dimension);
    int[] order = IntStream.range(0, rank).toArray();
    order[dimension] = rank - 1;
    order[rank - 1] = dimension;
    SDVariable source = sd.permute(cut(x, dimension, index.shape()), order);
    SDVariable numbers = whole(index);
    graph.bound("gather along dimension " + dimension, numbers, n);
    SDVariable places = sd.permute(numbers, order);
    long rows = Shapes.length(index.shape()) / m;
    SDVariable hot = oneHot(sd.reshape(places, rows * m), n);
    SDVariable found = sd.mmul(sd.reshape(hot, rows, m, n), sd.reshape(source, rows, n, 1));
    long[] moved = new long[rank];
    for (int d = 0; d < rank; d++) {
      moved[d] = index.shape()[order[d]];
    }
    return new Nd4jTensor(sd.permute(sd.reshape(found, moved), order), index.shape());
  }

  /** The part of x that an index of this shape can reach. */
  private SDVariable cut(Nd4jTensor x, int dimension, long[] shape) {
    long[] size = Shapes.with(shape, dimension, x.size(dimension));
    return Arrays.equals(size, x.shape())
        ? x.variable()
        : sd.slice(
            x.variable(),
            new int[size.length],
            Arrays.stream(size).mapToInt(Math::toIntExact).toArray());
  }

  private SDVariable oneHot(SDVariable indices, long n) {
    return sd.oneHot(indices, Math.toIntExact(n), -1, 1, 0, graph.type());
  }

  private static SDVariable whole(Nd4jTensor index) {
    return index.variable().castTo(DataType.INT64);
  }
}
