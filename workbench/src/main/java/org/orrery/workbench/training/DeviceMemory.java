package org.orrery.workbench.training;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libtorch or ND4J's CUDA backend says when memory ends, in bytes.
 *
 * @param tried what was asked for
 * @param free what was left, or -1 where it does not say
 * @param total what the device has, or -1
 */
record DeviceMemory(long tried, long free, long total) {
  private static final Pattern CUDA_TRIED =
      Pattern.compile("out of memory\\. Tried to allocate ([\\d.]+) ([KMGT]?i?B|bytes)");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:total capaci?ty of ([\\d.]+) ([KMGT]?i?B)|; ([\\d.]+) ([KMGT]?i?B) total)");
  private static final Pattern FREE =
      Pattern.compile(
          "(?:of which ([\\d.]+) ([KMGT]?i?B|bytes) is free|; ([\\d.]+) ([KMGT]?i?B|bytes) free)");
  private static final Pattern CPU_TRIED =
      Pattern.compile("can't allocate memory: you tried to allocate (\\d+) bytes");

  private static final Pattern ND4J_TRIED =
      Pattern.compile(
          "Failed to allocate (\\d+) bytes from (?:DEVICE|HOST)|cudaMalloc failed; Bytes: \\[(\\d+)]");

  /**
   * Reads an error's message, or that of what caused it; empty when they are about something else.
   */
  static Optional<DeviceMemory> of(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      Optional<DeviceMemory> read = read(String.valueOf(cause.getMessage()));
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private static Optional<DeviceMemory> read(String message) {
    Matcher cuda = CUDA_TRIED.matcher(message);
    if (cuda.find()) {
      return Optional.of(
          new DeviceMemory(
              bytes(cuda.group(1), cuda.group(2)), find(FREE, message), find(TOTAL, message)));
    }
    Matcher nd4j = ND4J_TRIED.matcher(message);
    if (nd4j.find()) {
      String asked = nd4j.group(1) == null ? nd4j.group(2) : nd4j.group(1);
      return Optional.of(new DeviceMemory(Long.parseLong(asked), -1, -1));
    }
    Matcher cpu = CPU_TRIED.matcher(message);
    return cpu.find()
        ? Optional.of(new DeviceMemory((long) Double.parseDouble(cpu.group(1)), -1, -1))
        : Optional.empty();
  }

  private static long find(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    if (!matcher.find()) {
      return -1;
    }
    int group = matcher.group(1) == null ? 3 : 1;
    return bytes(matcher.group(group), matcher.group(group + 1));
  }

  private static long bytes(String number, String unit) {
    double factor =
        switch (unit.charAt(0)) {
          case 'K' -> 0x1p10;
          case 'M' -> 0x1p20;
          case 'G' -> 0x1p30;
          case 'T' -> 0x1p40;
          default -> 1;
        };
    return (long) (Double.parseDouble(number) * factor);
  }

  /**
   * A batch that should fit: memory in use grows about in proportion to the windows in it. A tenth
   * is left for what came after the allocation that failed. At least one window.
   */
  int fitting(int batch) {
    if (free < 0 || total <= 0) {
      return Math.max(1, batch / 2);
    }
    double needed = (double) total - free + tried;
    return (int) Math.max(1, Math.min(batch - 1, Math.floor(0.9 * batch * total / needed)));
  }

  /** How much was missing, in words. */
  String missing() {
    return free < 0
        ? "%s could not be had".formatted(show(tried))
        : "%s were asked for and %s were free of %s, %s too few"
            .formatted(show(tried), show(free), show(total), show(Math.max(0, tried - free)));
  }

  private static String show(long bytes) {
    return bytes >= 1L << 30
        ? "%.2f GiB".formatted(bytes / 0x1p30)
        : "%.1f MiB".formatted(bytes / 0x1p20);
  }
}
