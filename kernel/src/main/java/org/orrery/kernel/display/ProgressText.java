package org.orrery.kernel.display;

import java.util.List;
import java.util.stream.Collectors;

/** Bars as text. */
final class ProgressText {

  private static final int WIDTH = 20;
  private static final int MOST_LABEL_CHARS = 40;
  private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

  private ProgressText() {}

  /** A line a bar, those inside others indented. */
  static String of(List<ProgressLine> lines) {
    return lines.stream().map(ProgressText::of).collect(Collectors.joining("\n"));
  }

  /** All bars in one line of at most {@code columns} columns. */
  static String inOneLine(List<ProgressLine> lines, int columns) {
    var line =
        lines.size() == 1
            ? of(lines.get(0))
            : lines.stream()
                .map(one -> "%s %s".formatted(label(one), brief(one)).strip())
                .collect(Collectors.joining(" › "));
    return line.length() <= columns ? line : line.substring(0, columns - 1) + "…";
  }

  private static String label(ProgressLine line) {
    return PlainText.line(line.label(), MOST_LABEL_CHARS);
  }

  private static String brief(ProgressLine line) {
    return line.hasTotal() ? line.percent() + " " + line.figures() : line.figures();
  }

  private static String of(ProgressLine line) {
    var text = new StringBuilder("  ".repeat(line.depth())).append(sign(line)).append(label(line));
    if (!line.label().isEmpty()) {
      text.append(' ');
    }
    if (line.hasTotal()) {
      text.append("%4s │%s│ ".formatted(line.percent(), bar(line.share())));
    }
    return text.append(line.figures()).toString();
  }

  private static String sign(ProgressLine line) {
    return line.ending() == null ? "" : line.ending().sign() + " ";
  }

  private static String bar(double share) {
    var eighths = (int) (share * WIDTH * 8);
    var bar = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
    return bar + " ".repeat(WIDTH - bar.length());
  }
}
