package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orrery.kernel.display.Html;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * The smallest and the largest known value of a variable's component.
 *
 * @param label such as {@code position x}
 * @param unit such as {@code m}
 * @param low the smallest value, NaN if none is known
 * @param high the largest value
 */
record VariableRange(String label, String unit, double low, double high) {

  /** The ranges of all variables of all clips, in the order in which they come. */
  static List<VariableRange> in(Iterable<Clip> clips) {
    Map<String, VariableRange> ranges = new LinkedHashMap<>();
    for (Clip clip : clips) {
      for (Variable variable : clip.variables().values()) {
        for (int k = 0; k < variable.components().size(); k++) {
          VariableRange range = of(variable, k);
          ranges.merge(range.label, range, VariableRange::and);
        }
      }
    }
    return new ArrayList<>(ranges.values());
  }

  /** A small table of the ranges. */
  static String table(List<VariableRange> ranges) {
    if (ranges.isEmpty()) {
      return "";
    }
    return ranges.stream()
        .map(
            range ->
                "<tr style=\"background:transparent\"><td style=\"%1$s\">%2$s</td><td style=\"%1$s\">%3$s</td></tr>"
                    .formatted(
                        "text-align:left;padding:0 16px 0 0;border:0",
                        Html.escaped(range.label),
                        Html.escaped(range.values())))
        .collect(
            Collectors.joining(
                "\n", "<table style=\"border:0;margin:2px 0;font:inherit\">\n", "</table>"));
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(label, values());
  }

  private String values() {
    String range =
        Double.isNaN(low)
            ? "not known"
            : low == high
                ? Figures.show(low)
                : "%s to %s".formatted(Figures.show(low), Figures.show(high));
    return unit.isEmpty() ? range : range + " " + unit;
  }

  private static VariableRange of(Variable variable, int k) {
    double low = Double.NaN;
    double high = Double.NaN;
    for (int t = 0; t < variable.frames(); t++) {
      float value = variable.at(t, k);
      if (!Float.isNaN(value)) {
        low = Double.isNaN(low) ? value : Math.min(low, value);
        high = Double.isNaN(high) ? value : Math.max(high, value);
      }
    }
    String component = variable.components().get(k);
    boolean single = variable.components().size() == 1;
    String label = single ? variable.name() : variable.name() + " " + component;
    return new VariableRange(label, variable.unit(), low, high);
  }

  private VariableRange and(VariableRange other) {
    if (Double.isNaN(low) || Double.isNaN(other.low)) {
      return Double.isNaN(low) ? other : this;
    }
    return new VariableRange(label, unit, Math.min(low, other.low), Math.max(high, other.high));
  }
}
