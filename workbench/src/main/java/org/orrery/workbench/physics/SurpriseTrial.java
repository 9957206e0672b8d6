package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;

/** Shows matched pairs to a model and its two baselines. */
final class SurpriseTrial {
  private static final int FEWEST = 5;

  private final Map<String, WorldModel> watchers = new LinkedHashMap<>();
  private final World world;
  private final int pairs;
  private final long seed;
  private final UnaryOperator<Clip> view;
  private final Progress progress;
  private final Map<String, Surprise> seen = new LinkedHashMap<>();

  SurpriseTrial(WorldModel model, World world, int pairs, long seed, Progress progress) {
    if (pairs < FEWEST) {
      throw new IllegalArgumentException(
          "%d pairs a kind are too few to tell 0.9 from chance: ask for %d or more"
              .formatted(pairs, FEWEST));
    }
    watchers.put("model", model);
    watchers.put("copy-last", WorldModel.copyLast(model));
    watchers.put("untrained", model.untrained());
    this.world = world;
    this.pairs = pairs;
    this.seed = seed;
    this.view = ModelView.of(model);
    this.progress = progress;
  }

  SurpriseReport run(List<Violation> kinds) {
    List<SurpriseReport.Row> rows = new ArrayList<>();
    List<SurpriseReport.Example> examples = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Violation kind : kinds) {
      List<MatchedPair> found = pairs(kind);
      if (found.size() < FEWEST) {
        leftOut.add("%s (%d)".formatted(kind, found.size()));
      } else {
        Map<String, double[][]> scores = new LinkedHashMap<>();
        for (String watcher : watchers.keySet()) {
          scores.put(watcher, scores(watcher, found));
        }
        scores.forEach((watcher, s) -> rows.add(row(kind, watcher, s, scores.get("model"))));
        examples.add(example(kind, found.get(0)));
      }
      progress.step("surprise, " + kind);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "%s gives no occasion for %s: ask for one of %s"
              .formatted(world.name(), kinds, Violation.of(world)));
    }
    return new SurpriseReport(
        rows,
        examples,
        "%s, seed %d; S_t one step ahead, layer-normalised latents; relative by the mean over windows of %d frames, absolute, AUROC and AUPRC by the largest S_t; p that the model is ahead: McNemar's exact test of pairs, exchange test of margins%s"
            .formatted(
                world.name(),
                seed,
                Surprise.WINDOW,
                leftOut.isEmpty()
                    ? ""
                    : "; left out, as %d clips gave fewer than %d pairs: %s"
                        .formatted(3 * pairs, FEWEST, String.join(", ", leftOut))));
  }

  private SurpriseReport.Example example(Violation kind, MatchedPair pair) {
    Surprise surprise = seen.get("model/" + pair.impossible().id());
    return new SurpriseReport.Example(kind, pair.onset(), surprise);
  }

  private List<MatchedPair> pairs(Violation kind) {
    List<MatchedPair> found = new ArrayList<>();
    for (int i = 0; found.size() < pairs && i < 3 * pairs; i++) {
      kind.find(world, seed, i).ifPresent(found::add);
    }
    return found;
  }

  /** Mean possible, mean impossible, largest possible, largest impossible: [4][pair]. */
  private double[][] scores(String watcher, List<MatchedPair> found) {
    List<Surprise> possible =
        surprises(watcher, found.stream().map(MatchedPair::possible).toList());
    List<Surprise> impossible =
        surprises(watcher, found.stream().map(MatchedPair::impossible).toList());
    return new double[][] {
      possible.stream().mapToDouble(Surprise::mean).toArray(),
      impossible.stream().mapToDouble(Surprise::mean).toArray(),
      possible.stream().mapToDouble(Surprise::max).toArray(),
      impossible.stream().mapToDouble(Surprise::max).toArray()
    };
  }

  /** Those of clips that were not seen before are measured together. */
  private List<Surprise> surprises(String watcher, List<Clip> clips) {
    progress.check();
    List<Clip> fresh =
        clips.stream().filter(clip -> !seen.containsKey(watcher + "/" + clip.id())).toList();
    if (!fresh.isEmpty()) {
      WorldModel model = watchers.get(watcher);
      Surprise.of(model, fresh.stream().map(view).toList())
          .forEach(surprise -> seen.put(watcher + "/" + surprise.clip().id(), surprise));
    }
    return clips.stream().map(clip -> seen.get(watcher + "/" + clip.id())).toList();
  }

  private static SurpriseReport.Row row(
      Violation kind, String watcher, double[][] s, double[][] model) {
    boolean[] right = right(s[0], s[1]);
    double threshold = Separation.percentile(s[2], 90);
    int placed = 0;
    for (int i = 0; i < s[2].length; i++) {
      placed += s[2][i] <= threshold ? 1 : 0;
      placed += s[3][i] > threshold ? 1 : 0;
    }
    return new SurpriseReport.Row(
        kind,
        watcher,
        right.length,
        share(right),
        Estimate.ofMean(ones(right)),
        share(right(s[2], s[3])),
        placed / (2.0 * right.length),
        Separation.auroc(s[2], s[3]),
        Separation.auprc(s[2], s[3]),
        Arrays.stream(margins(s)).average().orElseThrow(),
        watcher.equals("model") ? null : PairedTest.of(margins(model), margins(s)),
        watcher.equals("model") ? null : PairedTest.ofAnswers(right(model[0], model[1]), right));
  }

  private static boolean[] right(double[] possible, double[] impossible) {
    boolean[] right = new boolean[possible.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = possible[i] < impossible[i];
    }
    return right;
  }

  private static double[] margins(double[][] s) {
    return IntStream.range(0, s[0].length).mapToDouble(i -> Math.log(s[1][i] / s[0][i])).toArray();
  }

  private static double share(boolean[] answers) {
    return Arrays.stream(ones(answers)).sum() / answers.length;
  }

  private static double[] ones(boolean[] answers) {
    return IntStream.range(0, answers.length).mapToDouble(i -> answers[i] ? 1 : 0).toArray();
  }
}
