package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.World;

/** Injects faults and watches whether they are found. */
final class DetectorTrial {
  private static final Map<Violation, VideoFault> NAMES = new EnumMap<>(Violation.class);

  static {
    NAMES.put(Violation.APPEARS, VideoFault.BIRTH);
    NAMES.put(Violation.DISAPPEARS, VideoFault.DEATH);
    NAMES.put(Violation.TELEPORTS, VideoFault.TELEPORT);
    NAMES.put(Violation.DUPLICATES, VideoFault.DUPLICATE);
    NAMES.put(Violation.CHANGES_COLOUR, VideoFault.RECOLOUR);
    NAMES.put(Violation.CHANGES_SIZE, VideoFault.RESIZE);
    NAMES.put(Violation.FREEZES, VideoFault.STILLNESS);
  }

  private static final int MOST_TRIES = 20;

  private final List<World> worlds;
  private final int perKind;
  private final long seed;
  private final UnaryOperator<Clip> view;
  private final Map<VideoFault, Integer> named = new EnumMap<>(VideoFault.class);
  private final Map<String, Boolean> clean = new LinkedHashMap<>();

  DetectorTrial(List<World> worlds, int perKind, long seed) {
    this(worlds, perKind, seed, clip -> clip);
  }

  private DetectorTrial(List<World> worlds, int perKind, long seed, UnaryOperator<Clip> view) {
    if (worlds.isEmpty() || perKind < 1) {
      throw new IllegalArgumentException(
          "a trial needs a world or more and a clip a kind or more; received %d and %d"
              .formatted(worlds.size(), perKind));
    }
    this.worlds = worlds;
    this.perKind = perKind;
    this.seed = seed;
    this.view = view;
  }

  /**
   * Of the faults that the clips of one world give an occasion for, as a model sees its clips;
   * empty if there is none.
   */
  static Optional<DetectorReport> in(
      World world, int perKind, long seed, UnaryOperator<Clip> view, Progress progress) {
    DetectorTrial trial = new DetectorTrial(List.of(world), perKind, seed, view);
    List<Violation> kinds = trial.occasions(List.of(Violation.values()), 3, progress);
    return kinds.isEmpty() ? Optional.empty() : Optional.of(trial.run(kinds, progress));
  }

  DetectorReport run() {
    List<Violation> kinds = new ArrayList<>(NAMES.keySet());
    List<Violation> others = new ArrayList<>(List.of(Violation.values()));
    others.removeAll(kinds);
    kinds.addAll(occasions(others, MOST_TRIES, Progress.silent()));
    return run(kinds, Progress.silent());
  }

  /** Those kinds that enough of so many times the clips give an occasion for. */
  private List<Violation> occasions(List<Violation> kinds, int tries, Progress progress) {
    List<Violation> possible = new ArrayList<>();
    for (Violation kind : kinds) {
      progress.check();
      long found =
          IntStream.range(0, tries * perKind)
              .filter(i -> pair(kind, i).isPresent())
              .limit(perKind)
              .count();
      if (found == perKind) {
        possible.add(kind);
      }
    }
    return possible;
  }

  private DetectorReport run(List<Violation> kinds, Progress progress) {
    Map<Violation, int[]> counts = new EnumMap<>(Violation.class);
    for (Violation kind : kinds) {
      progress.step("faults injected, " + kind);
      counts.put(kind, trial(kind));
    }
    List<DetectorReport.Row> rows = new ArrayList<>();
    counts.forEach(
        (kind, n) -> {
          VideoFault fault = NAMES.get(kind);
          rows.add(
              new DetectorReport.Row(
                  kind,
                  fault,
                  perKind,
                  n[0],
                  fault == null ? 0 : named.getOrDefault(fault, 0),
                  n[1]));
        });
    return new DetectorReport(
        rows,
        clean.size(),
        (int) clean.values().stream().filter(flagged -> flagged).count(),
        "%s; seed %d"
            .formatted(worlds.stream().map(World::name).collect(Collectors.joining(", ")), seed));
  }

  /** Faulty clips found and noticed. */
  private int[] trial(Violation kind) {
    int[] counts = new int[2];
    int made = 0;
    for (int i = 0; made < perKind; i++) {
      Optional<MatchedPair> pair = pair(kind, i);
      if (i > MOST_TRIES * perKind) {
        throw new IllegalArgumentException(
            "%s: of %d clips only %d give an occasion; choose other worlds"
                .formatted(kind, i, made));
      }
      if (pair.isPresent()) {
        made++;
        count(pair.get(), counts);
      }
    }
    return counts;
  }

  private void count(MatchedPair pair, int[] counts) {
    VideoFault fault = NAMES.get(pair.kind());
    List<Flag> flags = counted(VideoReport.of(view.apply(pair.impossible())));
    List<Flag> near = flags.stream().filter(f -> Math.abs(f.frame() - pair.onset()) <= 1).toList();
    counts[0] += near.stream().anyMatch(flag -> flag.fault() == fault) ? 1 : 0;
    counts[1] += near.isEmpty() ? 0 : 1;
    if (!clean.containsKey(pair.possible().id())) {
      VideoReport report = VideoReport.of(view.apply(pair.possible()));
      clean.put(pair.possible().id(), !counted(report).isEmpty());
    }
  }

  private List<Flag> counted(VideoReport report) {
    report.flags().forEach(flag -> named.merge(flag.fault(), 1, Integer::sum));
    return report.flags();
  }

  /** The worlds in turn. */
  private Optional<MatchedPair> pair(Violation kind, int i) {
    return kind.find(worlds.get(i % worlds.size()), seed, i / worlds.size());
  }
}
