package org.orrery.workbench.engine.nd4j;

import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;

/** ND4J, as a SameDiff graph, float32. Found by the service loader; see {@link Engine#nd4j()}. */
public final class Nd4jEngine implements Engine {

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public String describe() {
    return "ND4J on the %s, SameDiff graphs, float32"
        .formatted(Nd4j.getBackend().getClass().getSimpleName());
  }

  @Override
  public Network network(Parameters parameters) {
    // OpenBLAS threads fight OpenMP's, and libtorch shares this OpenBLAS.
    Nd4j.factory().blas().setMaxThreads(1);
    return new Nd4jNetwork(parameters);
  }
}
