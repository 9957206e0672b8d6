package org.orrery.lab.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Processor, memory and GPUs. */
final class MachineCheck {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final double NEEDED_GB = 4;

  private MachineCheck() {}

  static List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    var cpu = lines(CPU);
    findings.add(
        Finding.good(
            "Processor",
            value(cpu, "model name").orElse(System.getProperty("os.arch"))
                + ", %d cores for this program"
                    .formatted(Runtime.getRuntime().availableProcessors())));
    value(cpu, "flags").ifPresent(flags -> findings.add(features(flags)));
    memory().ifPresent(findings::add);
    findings.add(gpus());
    return findings;
  }

  static Finding features(String flags) {
    Set<String> has = new HashSet<>(Arrays.asList(flags.split(" ")));
    var names = new ArrayList<String>();
    name(has, "avx2", "AVX2", names);
    name(has, "avx512f", "AVX-512", names);
    name(has, "avx512_bf16", "AVX512-BF16", names);
    name(has, "amx_tile", "AMX", names);
    var fast = has.contains("amx_bf16") ? ": bf16 training runs in the AMX units" : "";
    return has.contains("avx2")
        ? Finding.good("CPU features", String.join(", ", names) + fast)
        : Finding.missing(
            "CPU features",
            "no AVX2, which ND4J's natives of this build need",
            "rm -r lab/target/orrery && MAVEN_ARGS=-Dnd4j.classifier=linux-x86_64-onednn"
                + " ./orrery doctor");
  }

  private static void name(Set<String> has, String flag, String name, List<String> names) {
    if (has.contains(flag)) {
      names.add(name);
    }
  }

  private static Optional<Finding> memory() {
    return value(lines(MEMORY), "MemTotal")
        .map(
            text -> {
              var total = Long.parseLong(text.replaceAll("\\D", "")) * 1024 / 1e9;
              var shown = String.format(Locale.ROOT, "%.1f GB", total);
              return total >= NEEDED_GB
                  ? Finding.good("Memory", shown)
                  : Finding.absent(
                      "Memory",
                      shown + ": the tutorials want " + (int) NEEDED_GB + " GB; use fewer clips");
            });
  }

  private static Finding gpus() {
    var program = Programs.find("nvidia-smi");
    if (program.isEmpty()) {
      return Finding.absent("GPU", "none that nvidia-smi shows; everything runs on the CPU");
    }
    try {
      var text =
          Programs.output(
              List.of(
                  program.get().toString(),
                  "--query-gpu=name,memory.total,compute_cap",
                  "--format=csv,noheader"));
      return Finding.good("GPU", String.join("; ", text.lines().toList()));
    } catch (IOException e) {
      return Finding.absent("GPU", "nvidia-smi is here but shows none: " + e.getMessage());
    }
  }

  private static Optional<String> value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      // Only Linux tells in these files; elsewhere the finding is left out.
      return List.of();
    }
  }
}
