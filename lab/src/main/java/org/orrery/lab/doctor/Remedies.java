package org.orrery.lab.doctor;

import java.util.Locale;

/** The line that installs a thing, in the words of this machine's package manager. */
final class Remedies {

  private Remedies() {}

  static String jdk() {
    return choose(
        "apt-get install openjdk-17-jdk-headless",
        "dnf install java-21-openjdk-devel",
        "brew install openjdk@21",
        "winget install EclipseAdoptium.Temurin.21.JDK");
  }

  static String jupyter() {
    return choose(
        "apt-get install jupyter-notebook",
        "dnf install python3-notebook",
        "brew install jupyterlab",
        "winget install Python.Python.3.12 && pip install jupyterlab");
  }

  private static String choose(String debian, String fedora, String mac, String windows) {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return mac;
    }
    if (system.startsWith("windows")) {
      return windows;
    }
    return Programs.find("apt-get").isEmpty() && Programs.find("dnf").isPresent() ? fedora : debian;
  }
}
