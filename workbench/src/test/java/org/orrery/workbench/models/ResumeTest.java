package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.workbench.training.FineTuning.checkpoint;
import static org.orrery.workbench.training.FineTuning.epoch;
import static org.orrery.workbench.training.FineTuning.steps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.training.Augmentation;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.worlds.Worlds;

/** A run that was stopped goes on as if it had not been. */
class ResumeTest {
  private static final int STEPS = 24;

  @TempDir Path temp;

  /** Everything that could be lost is in play: dropout, an average, parts, validation. */
  private static FineTune tune(NeuralModel model) {
    ClipSet clips = Tiny.clips(12);
    return model
        .fineTune(clips.first(8))
        .validateOn(clips.subset(8, 12))
        .stopEarly(50)
        .horizon(2)
        .batch(4)
        .accumulate(2)
        .steps(STEPS)
        .warmup(3)
        .average(0.9)
        .learningRate("encoder", 5e-4)
        .augment(Augmentation.flipX(), Augmentation.noise(0.02), (window, random) -> window)
        .seed(11);
  }

  private static NeuralModel fresh(String engine) {
    JepaConfig config =
        new JepaConfig(16, 1, 3, true, List.of(4, 8), 16, 6, 8, 1, 2, 2, 3, 0.1, 16);
    return NeuralModel.create(config, 5, Engine.named(engine));
  }

  private static void assertSameBytes(Parameters actual, Parameters expected) {
    for (Parameter parameter : expected.all()) {
      assertThat(actual.get(parameter.name()).data().asFloat())
          .as(parameter.name())
          .isEqualTo(parameter.value().data().asFloat());
    }
  }

  /** A program that trains and is killed: engine, folder. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      tune(fresh(arguments[0]))
          .every(1, steps(), checkpoint(arguments[1]))
          .listen(step -> System.out.println("victim at " + step.step()))
          .run();
    }
  }

  /** Starts a victim, waits until it has taken a step, and kills it by force whatever it does. */
  private static void runAndKill(String engine, Path folder, int atStep) throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                engine,
                folder.toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.equals("victim at " + atStep)) {
        said.append(line).append('\n');
        line = lines.readLine();
      }
      victim.destroyForcibly();
      assertThat(line).as("what the victim said: %s", said).isNotNull();
    }
    assertThat(victim.waitFor()).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({"torch, 7", "torch, 12", "nd4j, 5"})
  void aKilledRunIsResumedFromItsLastCheckpointAndEndsWithTheSameBytes(String engine, int step)
      throws Exception {
    Path folder = temp.resolve("run");
    NeuralModel through = fresh(engine);
    TrainingRun whole = tune(through).run();

    runAndKill(engine, folder, step);
    NeuralModel resumed = fresh(engine);
    TrainingRun rest = tune(resumed).resume(folder).run();

    assertSameBytes(resumed.parameters(), through.parameters());
    assertThat(rest.history()).hasSameSizeAs(whole.history());
    assertThat(rest.best()).isEqualTo(whole.best());
    for (int i = 0; i < STEPS; i++) {
      assertThat(rest.history().get(i).losses()).isEqualTo(whole.history().get(i).losses());
      assertThat(rest.history().get(i).validation()).isEqualTo(whole.history().get(i).validation());
    }
  }

  /** Runs eight steps with a checkpoint every three. */
  private Path interrupted() {
    Path folder = temp.resolve("run");
    tune(fresh("torch"))
        .every(3, steps(), checkpoint(folder))
        .listen(
            step -> {
              if (step.step() == 8) {
                Thread.currentThread().interrupt();
              }
            })
        .run();
    return folder;
  }

  @Test
  void settingsComeFromTheFolderUnlessTheyAreSaid() {
    NeuralModel through = fresh("torch");
    tune(through).run();
    Path folder = interrupted();
    ClipSet clips = Tiny.clips(12);
    NeuralModel resumed = fresh("torch");

    TrainingRun run =
        resumed
            .fineTune(clips.first(8))
            .validateOn(clips.subset(8, 12))
            .augment(Augmentation.flipX(), Augmentation.noise(0.02), (window, random) -> window)
            .resume(folder)
            .run();

    assertThat(run.history()).hasSize(STEPS);
    assertSameBytes(resumed.parameters(), through.parameters());
  }

  @Test
  void onlyTheLatestCheckpointIsKeptAndHalfWrittenOnesAreRemoved() throws IOException {
    Path folder = temp.resolve("run");
    Files.createDirectories(folder.resolve(".step-00000001-left-by-a-kill"));
    Files.createDirectories(folder.resolve("step-00000099"));

    interrupted();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("step-00000006");
    }
  }

  @Test
  void otherSettingsAreRefusedByName() {
    Path folder = interrupted();

    assertThatThrownBy(() -> tune(fresh("torch")).seed(12).batch(8).resume(folder).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seed: the stored run has 11, this one 12")
        .hasMessageContaining("batch: the stored run has 4, this one 8")
        .hasMessageContaining("leave .resume(...) out");
    assertThatThrownBy(() -> tune(fresh("torch")).freeze("decoder").resume(folder).run())
        .hasMessageContaining("frozen: the stored run has [], this one [\"decoder\"]");
    assertThatThrownBy(
            () -> tune(fresh("torch")).augment(Augmentation.shift(1)).resume(folder).run())
        .hasMessageContaining("shift(1)");
  }

  @Test
  void otherClipsAreRefused() {
    Path folder = interrupted();
    ClipSet other = Clips.of(Worlds.bouncingBall().size(16).frames(12), 12).seed(4);

    assertThatThrownBy(
            () ->
                fresh("torch")
                    .fineTune(other.first(8))
                    .validateOn(Tiny.clips(12).subset(8, 12))
                    .augment(
                        Augmentation.flipX(), Augmentation.noise(0.02), (window, random) -> window)
                    .resume(folder)
                    .run())
        .hasMessageContaining("SHA-256 of the training clips");
    assertThatThrownBy(() -> tune(fresh("torch")).validateOn(other.first(4)).resume(folder).run())
        .hasMessageContaining("SHA-256 of the held-out clips");
  }

  @Test
  void anotherEngineAndAnotherModelAreRefused() {
    Path folder = interrupted();

    assertThatThrownBy(() -> tune(fresh("nd4j")).resume(folder).run())
        .hasMessageContaining("engine was torch and is nd4j");
    assertThatThrownBy(
            () -> tune(NeuralModel.create(Tiny.config(4), 5, Engine.torch())).resume(folder).run())
        .hasMessageContaining("run of another model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "nowhere"})
  void aFolderWithoutACheckpointIsRefused(String name) throws IOException {
    Files.createDirectories(temp.resolve("empty"));

    assertThatThrownBy(() -> tune(fresh("torch")).resume(temp.resolve(name)).run())
        .hasMessageContaining("no training checkpoint in")
        .hasMessageContaining(name);
  }

  @Test
  void aCheckpointThatIsNoneIsRefusedWithItsFile() throws IOException {
    Path step = Files.createDirectories(temp.resolve("run").resolve("step-00000003"));
    Files.writeString(step.resolve("run.json"), "{\"settings\": 3}");

    assertThatThrownBy(() -> tune(fresh("torch")).resume(temp.resolve("run")).run())
        .hasMessageContaining("run.json");
  }

  @Test
  void aRunInAnOldRunsFolderTakesItsPlaceAndActionsAreCalledAsOftenAsTheySay() {
    Path folder = interrupted();
    NeuralModel other = fresh("torch");
    java.util.ArrayList<Integer> called = new java.util.ArrayList<>();

    tune(other)
        .seed(30)
        .steps(5)
        .every(2, steps(), checkpoint(folder))
        .every(1, epoch(), now -> called.add(now.step()))
        .run();
    TrainingRun again = tune(fresh("torch")).seed(30).steps(5).resume(folder).run();

    assertThat(called).containsExactly(2, 4);
    assertThat(again.history()).hasSize(5);
  }
}
