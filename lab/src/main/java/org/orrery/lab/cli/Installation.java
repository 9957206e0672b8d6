package org.orrery.lab.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.orrery.lab.client.KernelLaunch;
import org.orrery.lab.client.QuickCode;
import org.orrery.lab.client.StartArchive;

/**
 * Where this program stands on disk, as its launcher said.
 *
 * @param home checkout or unpacked distribution
 * @param library folder of jars that the kernel runs from
 */
record Installation(Optional<Path> home, Optional<Path> library) {

  static Installation current() {
    return new Installation(folder("orrery.home"), folder("orrery.lib"));
  }

  /** The class path of the kernel: every jar of the library, or this JVM's own in development. */
  String classPath() {
    return library
        .map(folder -> folder.resolve("*").toString())
        .orElseGet(() -> System.getProperty("java.class.path"));
  }

  /** How the kernel is started, quickly where {@link #archive} has been made. */
  KernelLaunch kernel() {
    var launch = plainKernel();
    return archive().map(one -> launch.with(one.flags())).orElse(launch);
  }

  KernelLaunch plainKernel() {
    var launch = KernelLaunch.onThisJava(classPath(), home);
    return library
        .map(folder -> launch.with(QuickCode.of(folder.resolveSibling("etc")).flags()))
        .orElse(launch);
  }

  /** The archive for a quick start; none in development. */
  Optional<StartArchive> archive() {
    return library.map(folder -> StartArchive.of(folder.resolveSibling("archive")));
  }

  private static Optional<Path> folder(String property) {
    return Optional.ofNullable(System.getProperty(property))
        .map(text -> Path.of(text).toAbsolutePath().normalize());
  }
}
