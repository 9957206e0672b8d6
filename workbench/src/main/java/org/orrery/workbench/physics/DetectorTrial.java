package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    DetectorReport report =
        new DetectorTrial(List.of(world), perKind, seed, view).run(Set.of(), 3, progress);
    return report.rows().isEmpty() ? Optional.empty() : Optional.of(report);
  }

  DetectorReport run() {
    return run(NAMES.keySet(), MOST_TRIES, Progress.silent());
  }

  /** Every kind that enough of so many times the clips give an occasion for. */
  private DetectorReport run(Set<Violation> required, int tries, Progress progress) {
    Map<Violation, int[]> counts = new EnumMap<>(Violation.class);
    for (Violation kind : Violation.values()) {
      progress.step("faults injected, " + kind);
      List<MatchedPair> found = pairs(kind, tries);
      if (found.size() == perKind) {
        counts.put(kind, trial(found));
      } else if (required.contains(kind)) {
        throw new IllegalArgumentException(
            "%s: of %d clips only %d give an occasion; choose other worlds"
                .formatted(kind, tries * perKind, found.size()));
      }
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

  /** Of the worlds in turn. */
  private List<MatchedPair> pairs(Violation kind, int tries) {
    List<MatchedPair> found = new ArrayList<>();
    for (int i = 0; found.size() < perKind && i < tries * perKind; i++) {
      World world = worlds.get(i % worlds.size());
      kind.find(world, seed, i / worlds.size()).ifPresent(found::add);
    }
    return found;
  }

  /** Faulty clips found and noticed. */
  private int[] trial(List<MatchedPair> pairs) {
    int[] counts = new int[2];
    pairs.forEach(pair -> count(pair, counts));
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
}
