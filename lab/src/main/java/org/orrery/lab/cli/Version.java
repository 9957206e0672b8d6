package org.orrery.lab.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build and of the Java it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "orrery %s (Java %s, %s)"
          .formatted(
              Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                  .orElse("from classes"),
              System.getProperty("java.version"),
              System.getProperty("os.name") + " " + System.getProperty("os.arch"))
    };
  }
}
