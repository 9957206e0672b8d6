package org.orrery.lab.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which kernels OpenBLAS is to take. It knows processors by their family and takes the oldest ones
 * for a family that is younger than itself: on AMD's of 2024 it leaves AVX-512 unused, and products
 * of matrices take 1.7 to 6 times as long.
 */
final class BlasCore {
  static final String VARIABLE = "OPENBLAS_CORETYPE";

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final List<String> NEEDED =
      List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");
  private static final int FIRST_UNKNOWN_FAMILY = 26;

  private BlasCore() {}

  /** The core to name; empty where OpenBLAS chooses well by itself or the user has chosen. */
  static Optional<String> ofThisMachine(Map<String, String> environment) {
    if (environment.containsKey(VARIABLE) || !Files.isReadable(CPU)) {
      return Optional.empty();
    }
    try {
      return of(Files.readString(CPU));
    } catch (IOException e) {
      // Then OpenBLAS chooses by itself, as it does where there is no such file.
      return Optional.empty();
    }
  }

  /** The core for a processor that Linux describes so. */
  static Optional<String> of(String cpuinfo) {
    Set<String> flags = new HashSet<>(Arrays.asList(value(cpuinfo, "flags").split("\\s+")));
    String family = value(cpuinfo, "cpu family");
    boolean unknown =
        value(cpuinfo, "vendor_id").equals("AuthenticAMD")
            && family.matches("\\d+")
            && Integer.parseInt(family) >= FIRST_UNKNOWN_FAMILY;
    return unknown && flags.containsAll(NEEDED) ? Optional.of("SkylakeX") : Optional.empty();
  }

  private static String value(String cpuinfo, String key) {
    return cpuinfo
        .lines()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("");
  }
}
