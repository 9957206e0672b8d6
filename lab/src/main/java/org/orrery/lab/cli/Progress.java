package org.orrery.lab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.orrery.lab.execution.RunListener;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Output;

/** Shows a run on the terminal: a line a cell, and the running one live where a person watches. */
final class Progress implements RunListener {

  private static final String[] WHEEL = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final PrintWriter out;
  private final String name;
  private final boolean live;
  private final boolean colours;
  private int total;
  private int printedLines;
  private String code = "";
  private String latest = "";
  private Duration nextHeartbeat = HEARTBEAT;
  private int turn;

  private Progress(PrintWriter out, String name, boolean live, boolean colours) {
    this.out = out;
    this.name = name;
    this.live = live;
    this.colours = colours;
  }

  static Progress on(PrintWriter out, String name) {
    return new Progress(out, name, Terminal.live(), Terminal.ansi().enabled());
  }

  static Progress plain(PrintWriter out, String name) {
    return new Progress(out, name, false, false);
  }

  @Override
  public void starting(int cells) {
    total = cells;
    line("running %s (%d code cells)".formatted(name, cells));
    if (live) {
      status("starting the kernel");
    }
  }

  @Override
  public void cellStarted(int number, Cell cell) {
    code = cell.firstLine();
    latest = "";
    printedLines = 0;
    nextHeartbeat = HEARTBEAT;
    if (!live) {
      line(mark(number) + " " + cut(code, 80));
    }
  }

  @Override
  public void output(Output output) {
    if (output instanceof Output.Stream stream) {
      printedLines += (int) stream.text().chars().filter(c -> c == '\n').count();
      last(stream.text());
    } else if (output instanceof Output.Display display
        && display.data().get("text/plain") instanceof String text) {
      last(text);
    }
  }

  @Override
  public void running(int number, Duration elapsed) {
    if (live) {
      var wheel = WHEEL[turn++ % WHEEL.length];
      status(
          "%s %s %s  %s  %s"
              .formatted(wheel, mark(number), cut(code, 40), RunReport.time(elapsed), latest));
    } else if (elapsed.compareTo(nextHeartbeat) >= 0) {
      nextHeartbeat = nextHeartbeat.plus(HEARTBEAT);
      line(" ".repeat(mark(number).length()) + " … " + RunReport.time(elapsed) + "  " + latest);
    }
  }

  @Override
  public void cellFinished(int number, boolean ok, Duration elapsed) {
    var printed =
        switch (printedLines) {
          case 0 -> "";
          case 1 -> "  printed 1 line";
          default -> "  printed %d lines".formatted(printedLines);
        };
    var time = RunReport.time(elapsed);
    if (live) {
      var sign = ok ? colour("32", "✓") : colour("31", "✗");
      var width = Math.max(10, Terminal.columns() - mark(number).length() - printed.length() - 14);
      line(
          "%s %s %s %8s%s"
              .formatted(sign, mark(number), padded(code, width), time, colour("2", printed)));
    } else {
      var verdict = ok ? "done in " : "FAILED after ";
      line(" ".repeat(mark(number).length()) + " " + verdict + time + printed);
    }
  }

  /** Removes the live line. */
  void close() {
    if (live) {
      out.print("\r\u001b[K");
    }
    out.flush();
  }

  private void last(String text) {
    text.lines()
        .flatMap(line -> java.util.Arrays.stream(line.split("\r")))
        .map(line -> RunReport.withoutColours(line).strip())
        .filter(line -> !line.isEmpty())
        .reduce((before, after) -> after)
        .ifPresent(line -> latest = line);
  }

  private void line(String text) {
    if (live) {
      out.print("\r\u001b[K");
    }
    out.println(text);
    out.flush();
  }

  private void status(String text) {
    out.print("\r\u001b[K" + colour("2", cut(text, Terminal.columns() - 1)));
    out.flush();
  }

  private String mark(int number) {
    var digits = String.valueOf(total).length();
    return ("[%" + digits + "d/%d]").formatted(number, total);
  }

  private String colour(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  private static String padded(String text, int width) {
    var cut = cut(text, width);
    return cut + " ".repeat(width - cut.length());
  }
}
