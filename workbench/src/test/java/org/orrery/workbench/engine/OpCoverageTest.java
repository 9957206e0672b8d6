package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation has a case, so that none is left out of the gradient and parity checks. */
class OpCoverageTest {
  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  /** The same operations, noting which are called. */
  private static Ops noting(Ops ops, Set<String> called) {
    return (Ops)
        Proxy.newProxyInstance(
            Ops.class.getClassLoader(),
            new Class<?>[] {Ops.class},
            (proxy, method, arguments) -> {
              called.add(signature(method));
              try {
                return method.invoke(ops, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void everyOperationHasACase() {
    Set<String> called = new TreeSet<>();
    OpCases.all()
        .forEach(
            given -> {
              try (Network network = Engine.torch().network(given.parameters())) {
                network.run((ops, in) -> Map.of("y", given.result(noting(ops, called))), Map.of());
              }
            });

    Set<String> missing = new TreeSet<>();
    for (Method method : Ops.class.getMethods()) {
      missing.add(signature(method));
    }
    missing.removeAll(called);
    // Whether this is a training step is a question, not an operation.
    assertThat(missing).containsExactly("training[]");
  }
}
