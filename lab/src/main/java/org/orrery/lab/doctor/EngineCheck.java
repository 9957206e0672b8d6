package org.orrery.lab.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The native libraries of the engines, which come as jars of one platform each. */
final class EngineCheck {

  private static final String REBUILD = "rm -rf lab/target/orrery && ./orrery doctor";

  private final List<String> jars;
  private final String platform;

  EngineCheck(List<String> jars, String platform) {
    this.jars = List.copyOf(jars);
    this.platform = platform;
  }

  static EngineCheck of(Optional<Path> library) {
    return new EngineCheck(
        library.map(EngineCheck::jarsIn).orElseGet(EngineCheck::jarsOnClassPath), platform());
  }

  List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    findings.add(needed("Engine torch", "pytorch", "libtorch"));
    findings.add(optional("Engine nd4j", "nd4j-native", "ND4J"));
    findings.add(needed("Video", "ffmpeg", "FFmpeg"));
    findings.addAll(CudaCheck.of(jars).examine());
    return findings;
  }

  private Finding needed(String subject, String artifact, String name) {
    var found = natives(artifact);
    return found.isEmpty()
        ? Finding.missing(subject, absence(artifact, name), REBUILD)
        : Finding.good(subject, found);
  }

  private Finding optional(String subject, String artifact, String name) {
    var found = natives(artifact);
    return found.isEmpty()
        ? Finding.absent(subject, absence(artifact, name), REBUILD)
        : Finding.good(subject, found);
  }

  private String absence(String artifact, String name) {
    return "%s has no native library for %s here (looked for %s-…-%s*.jar among %d jars)"
        .formatted(name, platform, artifact, platform, jars.size());
  }

  private String natives(String artifact) {
    return jars.stream()
        .filter(jar -> jar.startsWith(artifact + "-") && jar.contains("-" + platform))
        .map(jar -> jar.replaceFirst("\\.jar$", ""))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<String> jarsIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      // The findings then say that none of 0 jars fits.
      return List.of();
    }
  }

  private static List<String> jarsOnClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).getFileName().toString())
        .toList();
  }

  /** The platform in JavaCPP's words. */
  static String platform() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch");
    var name =
        system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : "linux";
    return name
        + "-"
        + switch (machine) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
  }
}
