package org.orrery.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that the tests of one class ask over its sockets, as a front end does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningKernel {

  KernelProcess kernel;
  KernelClient client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    kernel = KernelProcess.start(folder);
    client = KernelClient.of(kernel.connection());
  }

  @AfterAll
  void end() {
    client.close();
    kernel.close();
  }
}
