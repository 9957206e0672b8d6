package org.orrery.lab.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JDK that runs this, which is also the kernel's. */
final class JavaCheck {

  private JavaCheck() {}

  static List<Finding> examine() {
    return List.of(jdk(), jshell());
  }

  private static Finding jdk() {
    var home = Path.of(System.getProperty("java.home"));
    var version = Runtime.version().feature();
    var detail =
        "%s (%s) in %s"
            .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"), home);
    if (version < 17 || !Files.exists(home.resolve("bin").resolve(Programs.executable("javac")))) {
      return Finding.missing("JDK", detail + ": a JDK of 17 or newer is needed", Remedies.jdk());
    }
    return Finding.good("JDK", detail);
  }

  private static Finding jshell() {
    return ModuleLayer.boot().findModule("jdk.jshell").isPresent()
            || java.lang.module.ModuleFinder.ofSystem().find("jdk.jshell").isPresent()
        ? Finding.good("JShell", "module jdk.jshell is in this JDK")
        : Finding.missing("JShell", "this Java has no module jdk.jshell", Remedies.jdk());
  }
}
