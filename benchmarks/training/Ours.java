import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.models.Imagination;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;
import org.orrery.workbench.worlds.Worlds;

/**
 * Orrery's side of {@code side_by_side.py}: obeys commands on standard input, one line each, and
 * answers with one line. Arguments: the checkpoint ("small" makes a fresh one of 7.7 million numbers,
 * without dropout, in the folder), a folder to write the common data to, windows a step.
 *
 * <pre>
 * train N       N steps of fineTune from the checkpoint's weights: losses, seconds, CPU seconds, share of waiting
 * mixed N       the same in mixed precision
 * imagine N     N times 24 frames from 4, latents and pixels: seconds, CPU seconds
 * nano N        N steps of a nano model: resident MB after each tenth of them
 * </pre>
 */
public final class Ours {
  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int HORIZON = 8;
  private static final int WINDOW = 12;
  private static final int GIVEN = 4;
  private static final int FRAMES = 24;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    int batch = Integer.parseInt(arguments[2]);
    // As many clips as a batch, as long as a window: every step sees the same frames.
    ClipSet clips = Clips.of(Worlds.bouncingBall().frames(WINDOW), batch).seed(7);
    Clip film = Worlds.bouncingBall().frames(GIVEN + FRAMES).generate(8, 0);
    write(folder.resolve("clips.u8"), clips.toList());
    write(folder.resolve("film.u8"), List.of(film));
    WorldModel model =
        arguments[0].equals("small") ? small(folder) : WorldModel.load(Path.of(arguments[0]));
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      int n = Integer.parseInt(words[1]);
      switch (words[0]) {
        case "train" -> train(model.copy(), clips, n, Precision.FULL);
        case "mixed" -> train(model.copy(), clips, n, Precision.MIXED);
        case "imagine" -> imagine(model, film, n, folder);
        case "nano" -> nano(n);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }

  /** The preset small, but that PyTorch's dropout would draw other numbers than ours. */
  private static WorldModel small(Path folder) {
    var channels = List.of(32, 64, 128, 128);
    var config =
        new org.orrery.workbench.models.JepaConfig(
            64, 1, 3, true, channels, 256, 128, 256, 4, 8, 4, 4, 0, 512);
    WorldModel model = WorldModel.create(config, 1);
    model.save(folder.resolve("small"), "small", "benchmarks/training");
    return model;
  }

  private static void train(WorldModel model, ClipSet clips, int n, Precision precision) {
    List<Double> cpu = new ArrayList<>();
    TrainingRun run =
        model
            .fineTune(clips)
            .horizon(HORIZON)
            .batch(clips.size())
            .warmup(1)
            .learningRate(1e-4)
            .precision(precision)
            .steps(n)
            .listen(step -> cpu.add(cpu()))
            .run();
    StringBuilder losses = new StringBuilder("answer");
    double before = 0;
    List<Double> seconds = new ArrayList<>();
    for (TrainingStep step : run.history()) {
      losses.append(String.format(Locale.ROOT, " %.7f", step.loss()));
      seconds.add(step.seconds() - before);
      before = step.seconds();
    }
    System.out.println(losses);
    answer(seconds);
    answer(differences(cpu));
    System.out.printf(Locale.ROOT, "answer %.5f%n", run.waiting());
  }

  private static void imagine(WorldModel model, Clip film, int n, Path folder) throws Exception {
    List<Double> seconds = new ArrayList<>();
    List<Double> cpu = new ArrayList<>(List.of(cpu()));
    INDArray latents = null;
    for (int i = 0; i < n; i++) {
      long start = System.nanoTime();
      Imagination dream = model.imagine(film).given(GIVEN).frames(FRAMES);
      seconds.add((System.nanoTime() - start) / 1e9);
      cpu.add(cpu());
      latents = dream.imaginedLatents();
    }
    float[] values = latents.dup('c').data().asFloat();
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(folder.resolve("dream.f32"), bytes.array());
    answer(seconds);
    answer(differences(cpu));
  }

  private static void nano(int n) throws Exception {
    var config =
        new org.orrery.workbench.models.JepaConfig(
            16, 1, 3, true, List.of(4, 8), 16, 6, 8, 1, 2, 2, 3, 0.1, 16);
    ClipSet clips = Clips.of(Worlds.bouncingBall().size(16).frames(12), 64).seed(3);
    List<Long> megabytes = new ArrayList<>();
    WorldModel.create(config, 1)
        .fineTune(clips)
        .batch(8)
        .steps(n)
        .listen(
            step -> {
              if (step.step() % (n / 20) == 0) {
                megabytes.add(resident());
                System.out.printf("%nstep %d: %d MB%n", step.step(), resident());
              }
            })
        .run();
    StringBuilder line = new StringBuilder("answer");
    megabytes.forEach(mb -> line.append(' ').append(mb));
    System.out.println(line);
  }

  /** Resident megabytes after a collection, as Linux counts them. */
  private static long resident() {
    System.gc();
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      throw new IllegalStateException("/proc/self/status says no VmRSS");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Seconds of CPU time the process took so far, all its threads together. */
  private static double cpu() {
    return OS.getProcessCpuTime() / 1e9;
  }

  private static List<Double> differences(List<Double> times) {
    List<Double> differences = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      differences.add(times.get(i) - times.get(i - 1));
    }
    return differences;
  }

  private static void answer(List<Double> seconds) {
    StringBuilder line = new StringBuilder("answer");
    seconds.forEach(value -> line.append(String.format(Locale.ROOT, " %.6f", value)));
    System.out.println(line);
  }

  private static void write(Path file, List<Clip> clips) throws Exception {
    Files.createDirectories(file.getParent());
    try (var out = Files.newOutputStream(file)) {
      for (Clip clip : clips) {
        for (int t = 0; t < clip.frames(); t++) {
          out.write(clip.frame(t));
        }
      }
    }
  }
}
