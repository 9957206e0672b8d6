package org.orrery.workbench.worlds;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A multi-storey frame with stiff floors: one mass and one sideways spring a storey, and Rayleigh
 * damping with the same ratio in the first two modes. Newmark's method with constant average
 * acceleration (beta 1/4, gamma 1/2; Journal of the Engineering Mechanics Division 85, 1959), which
 * neither damps nor grows.
 */
final class ShearFrame {
  private final int storeys;
  private final double mass;
  private final double stiffness;
  private final double step;
  private final DMatrixRMaj stiffnessMatrix;
  private final DMatrixRMaj dampingMatrix;
  private final LinearSolverDense<DMatrixRMaj> solver;
  private final double[] frequencies;
  final double[][] shapes;
  final double[] displacement;
  final double[] velocity;
  private final double[] acceleration;

  /** Mass in kg and stiffness in N/m a storey, damping ratio, time step in s. */
  ShearFrame(int storeys, double mass, double stiffness, double ratio, double step) {
    this.storeys = storeys;
    this.mass = mass;
    this.stiffness = stiffness;
    this.step = step;
    this.stiffnessMatrix = springs(storeys, stiffness);
    this.shapes = new double[storeys][];
    this.frequencies = modes();
    double first = frequencies[0];
    double second = frequencies[Math.min(1, storeys - 1)];
    double ofMass = 2 * ratio * first * second / (first + second);
    double ofStiffness = 2 * ratio / (first + second);
    this.dampingMatrix = CommonOps_DDRM.identity(storeys);
    CommonOps_DDRM.scale(ofMass * mass, dampingMatrix);
    CommonOps_DDRM.addEquals(dampingMatrix, ofStiffness, stiffnessMatrix);
    DMatrixRMaj effective = CommonOps_DDRM.identity(storeys);
    CommonOps_DDRM.scale(4 / (step * step) * mass, effective);
    CommonOps_DDRM.addEquals(effective, 2 / step, dampingMatrix);
    CommonOps_DDRM.addEquals(effective, stiffnessMatrix);
    this.solver = LinearSolverFactory_DDRM.chol(storeys);
    if (!solver.setA(effective)) {
      throw new IllegalArgumentException(
          "a frame of %d storeys, %s kg and %s N/m has no stiffness to solve for: raise it"
              .formatted(storeys, mass, stiffness));
    }
    this.displacement = new double[storeys];
    this.velocity = new double[storeys];
    this.acceleration = new double[storeys];
  }

  private static DMatrixRMaj springs(int storeys, double stiffness) {
    DMatrixRMaj matrix = new DMatrixRMaj(storeys, storeys);
    for (int i = 0; i < storeys; i++) {
      matrix.set(i, i, i + 1 < storeys ? 2 * stiffness : stiffness);
      if (i > 0) {
        matrix.set(i, i - 1, -stiffness);
        matrix.set(i - 1, i, -stiffness);
      }
    }
    return matrix;
  }

  /** The circular frequencies in rad/s from the lowest on; keeps the shapes, of length 1. */
  private double[] modes() {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(storeys, true, true);
    if (!eigen.decompose(stiffnessMatrix.copy())) {
      throw new IllegalStateException(
          "the modes of a frame of %d storeys of %s N/m were not found: check its stiffness"
              .formatted(storeys, stiffness));
    }
    Integer[] order = new Integer[storeys];
    for (int i = 0; i < storeys; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(
        order, java.util.Comparator.comparingDouble(i -> eigen.getEigenvalue(i).getReal()));
    double[] sorted = new double[storeys];
    for (int i = 0; i < storeys; i++) {
      sorted[i] = Math.sqrt(eigen.getEigenvalue(order[i]).getReal() / mass);
      shapes[i] = eigen.getEigenVector(order[i]).getData().clone();
    }
    return sorted;
  }

  /** The mass of a storey in kg. */
  double mass() {
    return mass;
  }

  /** The circular frequencies in rad/s, the lowest first. */
  double[] frequencies() {
    return frequencies.clone();
  }

  /** The damping ratio of a mode. */
  double damping(int mode) {
    double omega = frequencies[mode];
    DMatrixRMaj shape = DMatrixRMaj.wrap(storeys, 1, shapes[mode]);
    DMatrixRMaj product = new DMatrixRMaj(storeys, 1);
    CommonOps_DDRM.mult(dampingMatrix, shape, product);
    return CommonOps_DDRM.dot(shape, product) / (2 * mass * omega);
  }

  /** Moves on by one step under forces in N, a storey each, at the end of the step. */
  void step(double[] force) {
    DMatrixRMaj inertia = new DMatrixRMaj(storeys, 1);
    DMatrixRMaj friction = new DMatrixRMaj(storeys, 1);
    for (int i = 0; i < storeys; i++) {
      inertia.set(
          i,
          0,
          mass * (4 / (step * step) * displacement[i] + 4 / step * velocity[i] + acceleration[i]));
      friction.set(i, 0, 2 / step * displacement[i] + velocity[i]);
    }
    DMatrixRMaj right = new DMatrixRMaj(storeys, 1);
    CommonOps_DDRM.mult(dampingMatrix, friction, right);
    CommonOps_DDRM.addEquals(right, inertia);
    for (int i = 0; i < storeys; i++) {
      right.add(i, 0, force[i]);
    }
    DMatrixRMaj next = new DMatrixRMaj(storeys, 1);
    solver.solve(right, next);
    for (int i = 0; i < storeys; i++) {
      double moved = next.get(i, 0) - displacement[i];
      double newVelocity = 2 / step * moved - velocity[i];
      acceleration[i] = 4 / (step * step) * moved - 4 / step * velocity[i] - acceleration[i];
      velocity[i] = newVelocity;
      displacement[i] = next.get(i, 0);
    }
  }

  /** Starts from rest where forces in N are balanced. */
  void balance(double[] force) {
    double shear = 0;
    for (int i = 0; i < storeys; i++) {
      shear += force[i];
    }
    double below = 0;
    for (int i = 0; i < storeys; i++) {
      displacement[i] = below + shear / stiffness;
      below = displacement[i];
      shear -= force[i];
    }
  }

  /** The drift of a storey in m: how far its floor is aside of the one below. */
  double drift(int storey) {
    return displacement[storey] - (storey > 0 ? displacement[storey - 1] : 0);
  }

  double energy() {
    double energy = 0;
    for (int i = 0; i < storeys; i++) {
      energy += 0.5 * mass * velocity[i] * velocity[i] + 0.5 * stiffness * drift(i) * drift(i);
    }
    return energy;
  }
}
