/**
 * The engine that runs on ND4J: a computation is traced once for each set of input shapes into a
 * SameDiff graph, which is then replayed.
 *
 * <p>No SameDiff type leaves this package, and no other package uses one. Whatever SameDiff lacks
 * or gets wrong is composed here from operations that agree with PyTorch. The main types are {@link
 * org.orrery.workbench.engine.nd4j.Nd4jEngine}, which the service loader finds, and the operations
 * in {@code Nd4jOps}.
 */
package org.orrery.workbench.engine.nd4j;
