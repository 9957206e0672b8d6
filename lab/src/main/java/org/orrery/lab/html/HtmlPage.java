package org.orrery.lab.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;

/**
 * An executed notebook as one HTML page: styles, pictures and films inside, no script of its own,
 * no network.
 *
 * <pre>{@code
 * Aside.write(page, HtmlPage.of(executed, "first light", notebookFolder));
 * }</pre>
 *
 * Rich outputs and HTML in Markdown are taken as they are: a page is as trustworthy as its
 * notebook.
 */
public final class HtmlPage {

  private static final Pattern HEADING = Pattern.compile("(?m)^#\\s+(.+?)\\s*#*\\s*$");
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final Notebook notebook;
  private final MarkdownHtml markdown;
  private final OutputHtml outputs;

  private HtmlPage(Notebook notebook, Path folder) {
    this.notebook = notebook;
    this.markdown = new MarkdownHtml(folder);
    this.outputs = new OutputHtml(markdown);
  }

  /**
   * The page of {@code notebook}.
   *
   * @param name shown as the title when the notebook has no heading of its own
   * @param folder where relative picture names of its Markdown are looked up
   */
  public static String of(Notebook notebook, String name, Path folder) {
    return new HtmlPage(notebook, folder).html(name);
  }

  private String html(String name) {
    var body = new StringBuilder();
    notebook.cells().forEach(cell -> body.append(cell(cell)));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Orrery">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        %s</main>
        <footer>%s</footer>
        </body>
        </html>
        """
        .formatted(Escape.html(title().orElse(name)), style(), body, footer());
  }

  private String cell(Cell cell) {
    return switch (cell.kind()) {
      case MARKDOWN ->
          "<section class=\"prose\" id=\"%s\">\n%s</section>\n"
              .formatted(Escape.html(cell.id()), markdown.html(cell.source(), cell.attachments()));
      case RAW -> "";
      case CODE -> code(cell);
    };
  }

  private String code(Cell cell) {
    if (cell.source().isBlank() && cell.outputs().isEmpty()) {
      return "";
    }
    var html =
        new StringBuilder("<section class=\"cell\" id=\"%s\">\n".formatted(Escape.html(cell.id())));
    var count = cell.executionCount();
    html.append(
        "<div class=\"source\"><span class=\"count\">%s</span>"
            .formatted(count.isPresent() ? count.getAsInt() : ""));
    html.append(
        "<pre><code>%s</code></pre>"
            .formatted(JavaHighlighter.html(cell.source().stripTrailing())));
    elapsed(cell)
        .filter(time -> time.compareTo(WORTH_TELLING) >= 0)
        .ifPresent(time -> html.append("<span class=\"time\">%s</span>".formatted(shown(time))));
    html.append("</div>\n");
    cell.outputs().forEach(output -> html.append(outputs.html(output)));
    return html.append("</section>\n").toString();
  }

  private Optional<String> title() {
    return notebook.cells().stream()
        .filter(cell -> cell.kind() == Cell.Kind.MARKDOWN)
        .map(cell -> HEADING.matcher(cell.source()))
        .filter(java.util.regex.Matcher::find)
        .map(heading -> heading.group(1).replaceAll("[*_`]", ""))
        .findFirst();
  }

  private String footer() {
    var ends =
        notebook.cells().stream()
            .map(cell -> instant(cell, "shell.execute_reply"))
            .flatMap(Optional::stream)
            .toList();
    return ends.isEmpty()
        ? "Made with Orrery"
        : "Executed with Orrery on %s"
            .formatted(ends.get(ends.size() - 1).toString().substring(0, 10));
  }

  private static Optional<Duration> elapsed(Cell cell) {
    return instant(cell, "iopub.status.busy")
        .flatMap(
            start -> instant(cell, "iopub.status.idle").map(end -> Duration.between(start, end)));
  }

  private static Optional<Instant> instant(Cell cell, String event) {
    try {
      return cell.metadata().get("execution") instanceof Map<?, ?> timing
              && timing.get(event) instanceof String text
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      // Another program's time stamp: the page shows no time for this cell.
      return Optional.empty();
    }
  }

  private static String shown(Duration time) {
    var seconds = time.toMillis() / 1000.0;
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  private static String style() {
    try (var css = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
