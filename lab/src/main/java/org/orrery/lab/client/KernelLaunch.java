package org.orrery.lab.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command that starts Orrery's kernel: the one place that knows its JVM flags. The runner
 * starts it and the kernelspec holds it.
 *
 * <pre>{@code
 * var launch = KernelLaunch.of(java, "/opt/orrery/lib/*", Path.of("/opt/orrery"));
 * launch.command("/tmp/connection.json");
 * }</pre>
 *
 * @param prefix the command without the connection file, which comes last
 * @param environment variables set for the kernel on top of the inherited ones
 */
public record KernelLaunch(List<String> prefix, Map<String, String> environment) {

  private static final String MAIN = "org.orrery.kernel.OrreryKernel";

  /** Variable that holds more JVM flags, separated by blanks; they come last and so win. */
  public static final String MORE_FLAGS = "ORRERY_KERNEL_OPTS";

  public KernelLaunch {
    prefix = List.copyOf(prefix);
    environment = Map.copyOf(environment);
  }

  /**
   * The kernel on this JVM's Java.
   *
   * @param classPath class path in the JVM's form
   * @param home folder that {@code datasets/} and {@code checkpoints/} are looked up in; the kernel
   *     finds it as ORRERY_HOME
   */
  public static KernelLaunch onThisJava(String classPath, Optional<Path> home) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var more = Optional.ofNullable(System.getenv(MORE_FLAGS)).orElse("");
    return of(java, Runtime.version().feature(), classPath, home, more);
  }

  static KernelLaunch of(
      Path java, int javaVersion, String classPath, Optional<Path> home, String moreFlags) {
    var prefix = new ArrayList<String>();
    prefix.add(java.toString());
    prefix.addAll(flags(javaVersion));
    home.ifPresent(folder -> prefix.add("-Dorrery.home=" + folder));
    if (!moreFlags.isBlank()) {
      prefix.addAll(List.of(moreFlags.strip().split("\\s+")));
    }
    prefix.addAll(List.of("-cp", classPath, MAIN));
    var environment = new LinkedHashMap<String, String>();
    // OpenBLAS threads fight OpenMP's.
    environment.put("OPENBLAS_NUM_THREADS", "1");
    // A waiting OpenMP thread sleeps: on a busy machine spinning ones keep the working one from its
    // core (3.6 s a training step in place of 0.1 s were seen).
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    keepMemory(environment);
    BlasCore.ofThisMachine(System.getenv())
        .ifPresent(core -> environment.put(BlasCore.VARIABLE, core));
    home.ifPresent(folder -> environment.put("ORRERY_HOME", folder.toString()));
    return new KernelLaunch(prefix, environment);
  }

  /**
   * A training step frees what the next one asks for again. Left alone, glibc hands such blocks
   * back to the system and has every page cleared anew: half of a convolutional step's time. One
   * arena, since only its first gives back no more than it is told to.
   */
  private static void keepMemory(Map<String, String> environment) {
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("MALLOC_MMAP_THRESHOLD_", "67108864");
    environment.put("MALLOC_TRIM_THRESHOLD_", "1073741824");
  }

  /**
   * No C1-only: training loops run here. Serial is the leanest collector beside native tensors, and
   * the heap is bounded so that heap and tensors together stay below 3 GB. Larger models want more:
   * {@value #MORE_FLAGS}.
   */
  private static List<String> flags(int javaVersion) {
    var flags =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                // Small at first and shrinking again: an idle kernel holds half the memory.
                "-Xms64m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-Xmx900m",
                "-XX:-UsePerfData",
                // Or JavaCPP asks the system at every tensor how much is resident, and small
                // operations take several times as long; the engine watches the limit instead.
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.logger=slf4j",
                "-Dorg.slf4j.simpleLogger.log.org.bytedeco.javacpp=error",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                // The kernel uses javac's own pool of contexts; without it cells compile slower.
                "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
    if (javaVersion >= 22) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    return flags;
  }

  /** This launch with more JVM flags. */
  public KernelLaunch with(List<String> more) {
    var longer = new ArrayList<>(prefix);
    longer.addAll(1, more);
    return new KernelLaunch(longer, environment);
  }

  /** The whole command for the connection file at {@code connectionFile}. */
  public List<String> command(String connectionFile) {
    var command = new ArrayList<>(prefix);
    command.add(connectionFile);
    return command;
  }
}
