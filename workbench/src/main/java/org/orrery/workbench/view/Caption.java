package org.orrery.workbench.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orrery.kernel.display.Html;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Split;

/**
 * What stands below a player.
 *
 * @param lines one fact after the other, the first the most important
 * @param ranges what is known at every frame
 */
record Caption(List<String> lines, List<VariableRange> ranges) {
  private static final int MOST_MEASURED = 1000;

  static Caption of(Clip clip, int slowness) {
    return new Caption(
        List.of("%s \u00b7 %s%s%s".formatted(clip.id(), size(clip), scale(clip), slower(slowness))),
        VariableRange.in(List.of(clip)));
  }

  static Caption of(ClipSet clips, int shown, int slowness) {
    int measured = Math.min(MOST_MEASURED, clips.size());
    String which = shown < clips.size() ? " \u00b7 the first %d play here".formatted(shown) : "";
    return new Caption(
        List.of(
            clips.describe(),
            "%s%s%s".formatted(splits(clips), which, slower(slowness)),
            measured < clips.size() ? "ranges over the first %d clips".formatted(measured) : ""),
        VariableRange.in(clips.first(measured)));
  }

  static Caption of(Map<String, Clip> titled, int slowness) {
    Clip first = titled.values().iterator().next();
    return new Caption(
        List.of(
            "%s \u00b7 %s%s"
                .formatted(String.join(" | ", titled.keySet()), size(first), slower(slowness))),
        List.of());
  }

  /** The caption with one more fact. */
  Caption and(String line) {
    return new Caption(Stream.concat(lines.stream(), Stream.of(line)).toList(), ranges);
  }

  String text() {
    String facts = lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    return ranges.isEmpty()
        ? facts
        : facts
            + "\n"
            + ranges.stream().map(VariableRange::toString).collect(Collectors.joining("\n"));
  }

  String html() {
    String facts =
        lines.stream()
            .filter(line -> !line.isEmpty())
            .map(line -> "<div>%s</div>".formatted(Html.escaped(line)))
            .collect(Collectors.joining("\n"));
    return "<figcaption style=\"font:13px/1.5 system-ui,sans-serif;opacity:.8;padding-top:6px\">%s%s</figcaption>"
        .formatted(facts, VariableRange.table(ranges));
  }

  private static String size(Clip clip) {
    return "%d frames of %d\u00d7%d at %s fps"
        .formatted(clip.frames(), clip.width(), clip.height(), Figures.show(clip.fps()));
  }

  private static String scale(Clip clip) {
    double scale = clip.pixelsPerMetre();
    if (Double.isNaN(scale)) {
      return "";
    }
    return scale > 1e5
        ? " \u00b7 %s pixels a micron".formatted(Figures.show(scale / 1e6))
        : " \u00b7 %s pixels a metre".formatted(Figures.show(scale));
  }

  private static String slower(int slowness) {
    return slowness == 1 ? "" : " \u00b7 played %d times slower".formatted(slowness);
  }

  private static String splits(ClipSet clips) {
    Map<Split, Integer> splits = clips.splits();
    return "train %d \u00b7 validation %d \u00b7 test %d"
        .formatted(splits.get(Split.TRAIN), splits.get(Split.VALIDATION), splits.get(Split.TEST));
  }
}
