package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.checkpoints.Lineage;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.training.TrainingRun;

/** What the card of a tuned model says of its last run. */
class CardOfARunTest {
  @TempDir Path temp;

  private final ClipSet clips = Tiny.clips(8);
  private final ClipSet heldOut = Tiny.clips(3);

  private TrainingRun tune(WorldModel model, long seed) {
    return model.fineTune(clips).validateOn(heldOut).batch(4).horizon(2).seed(seed).steps(3).run();
  }

  private Card saved(WorldModel model, String name) {
    model.save(temp.resolve(name), name, "a test");
    return WorldModel.load(temp.resolve(name)).card();
  }

  /** By hand: the ids of the clips of both parts, a line each, under the parts' names. */
  private String splitHash() throws Exception {
    StringBuilder text = new StringBuilder("trained\n");
    clips.forEach(clip -> text.append(clip.id()).append('\n'));
    text.append("held out\n");
    heldOut.forEach(clip -> text.append(clip.id()).append('\n'));
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256")
                .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void itNamesClipsSplitSeedStepsParentAndCode() throws Exception {
    WorldModel model = WorldModel.create(Tiny.config(), 5);
    Card parent = saved(model, "parent");

    TrainingRun run = tune(model, 7);
    Card child = saved(model, "child");

    assertThat(child.making().data()).isEqualTo(run.data()).hasSize(64);
    assertThat(child.making().split()).isEqualTo(splitHash());
    assertThat(child.making().seed()).isEqualTo(7);
    assertThat(child.making().steps()).isEqualTo(3);
    assertThat(child.making().parent()).isEqualTo(parent.weights()).hasSize(64);
    assertThat(child.making().code()).isNotEmpty();
    assertThat(child.weights()).hasSize(64).isNotEqualTo(parent.weights());
    assertThat(model.card()).isEqualTo(child);
    assertThat(Lineage.of(temp.resolve("child")).generations())
        .extracting(generation -> generation.card().name())
        .containsExactly("child", "parent");
  }

  @Test
  void aModelThatWasLoadedAndTunedNamesWhatItWasLoadedFrom() {
    WorldModel first = WorldModel.create(Tiny.config(), 5);
    Card parent = saved(first, "parent");
    WorldModel loaded = WorldModel.load(temp.resolve("parent"));

    tune(loaded, 7);

    assertThat(saved(loaded, "child").making().parent()).isEqualTo(parent.weights());
  }

  @Test
  void itHoldsTheFiguresAndTheLicenceItWasGivenUntilTheNextRun() {
    WorldModel model = WorldModel.create(Tiny.config(), 5);
    tune(model, 7);
    Map<String, Double> figures = Map.of("centre error at 8, px", 1.49, "MRR", 0.5);

    Card card = saved(model.measured(figures).licensed("CC-BY-4.0"), "measured");

    assertThat(card.making().metrics()).isEqualTo(figures);
    assertThat(card.making().steps()).isEqualTo(3);
    assertThat(card.licence()).isEqualTo("CC-BY-4.0");
    tune(model, 8);
    assertThat(saved(model, "again").making().metrics()).isEmpty();
    assertThat(saved(model, "again").licence()).isEqualTo("CC-BY-4.0");
    assertThatThrownBy(() -> model.measured(Map.of("rank", Double.NaN)))
        .hasMessageContaining("metric \"rank\": expected a finite number, came NaN");
  }

  @Test
  void aFittedBaselineIsAChildOfItsBaseAndACopyIsNone() {
    WorldModel base = WorldModel.create(Tiny.config(), 5);
    tune(base, 7);
    Card parent = saved(base, "base");

    Card copy = saved(WorldModel.copyLast(base), "copy");
    Card linear = saved(WorldModel.linearLatent(base, clips), "linear");

    assertThat(copy.weights()).isEqualTo(parent.weights());
    assertThat(copy.making()).isEqualTo(parent.making());
    assertThat(copy.history()).last().asString().startsWith("beside base, ");
    assertThat(linear.making().parent()).isEqualTo(parent.weights());
    assertThat(linear.making().data()).isEqualTo(parent.making().data());
    assertThat(Lineage.of(temp.resolve("linear")).generations())
        .extracting(generation -> generation.card().name())
        .containsExactly("linear", "base");
  }

  @Test
  void theSameSeedGivesTheSameCardUpToTheSecondsItTook() {
    WorldModel a = WorldModel.create(Tiny.config(), 5);
    WorldModel b = WorldModel.create(Tiny.config(), 5);
    WorldModel other = WorldModel.create(Tiny.config(), 5);

    tune(a, 7);
    tune(b, 7);
    tune(other, 8);

    Card card = saved(a, "run");
    Card again = saved(b, "run");
    assertThat(again.making()).isEqualTo(card.making());
    assertThat(again.weights()).isEqualTo(card.weights());
    assertThat(again.history().get(0).replaceAll("in \\d+ s", ""))
        .isEqualTo(card.history().get(0).replaceAll("in \\d+ s", ""));
    assertThat(saved(other, "run").weights()).isNotEqualTo(card.weights());
  }
}
