package org.orrery.lab.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.orrery.lab.notebook.Output;
import tools.jackson.databind.json.JsonMapper;

/** One output of a cell as HTML, in the richest form that a page can show. */
final class OutputHtml {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Richest first. */
  private static final List<String> FORMS =
      List.of(
          "text/html",
          "image/svg+xml",
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "text/markdown",
          "text/latex",
          "text/plain",
          "application/json");

  private final MarkdownHtml markdown;

  OutputHtml(MarkdownHtml markdown) {
    this.markdown = markdown;
  }

  String html(Output output) {
    if (output instanceof Output.Stream stream) {
      return "<pre class=\"output stream %s\">%s</pre>\n"
          .formatted(Escape.html(stream.name()), AnsiHtml.html(stream.text().stripTrailing()));
    }
    if (output instanceof Output.Error error) {
      var text =
          error.traceback().isEmpty()
              ? error.name() + ": " + error.value()
              : String.join("\n", error.traceback());
      return "<pre class=\"output error\">%s</pre>\n".formatted(AnsiHtml.html(text));
    }
    if (output instanceof Output.Display display) {
      return bundle(display.data(), display.metadata());
    }
    var result = (Output.Result) output;
    return bundle(result.data(), result.metadata());
  }

  private String bundle(Map<String, Object> data, Map<String, Object> metadata) {
    for (var mime : FORMS) {
      var content = data.get(mime);
      if (content != null) {
        var size = metadata.get(mime) instanceof Map<?, ?> map ? map : metadata;
        return form(mime, content, size);
      }
    }
    return data.isEmpty()
        ? ""
        : "<p class=\"output note\">An output of type %s, which a page cannot show.</p>\n"
            .formatted(Escape.html(String.join(", ", data.keySet())));
  }

  private String form(String mime, Object content, Map<?, ?> size) {
    var text = content instanceof String string ? string : JSON.writeValueAsString(content);
    return switch (mime) {
      case "text/html" -> "<div class=\"output rich\">%s</div>\n".formatted(text);
      case "image/svg+xml" ->
          image(Pictures.dataUri(mime, text.getBytes(StandardCharsets.UTF_8)), size);
      case "image/png", "image/jpeg", "image/gif", "image/webp" ->
          image("data:" + mime + ";base64," + Escape.html(text.replaceAll("\\s", "")), size);
      case "text/markdown" ->
          "<div class=\"output rich prose\">%s</div>\n".formatted(markdown.html(text, Map.of()));
      case "text/latex" ->
          "<div class=\"output rich prose\">%s</div>\n"
              .formatted(FormulaHtml.html(text.strip().replaceAll("^\\$+|\\$+$", ""), true));
      case "application/json" ->
          "<pre class=\"output value\">%s</pre>\n"
              .formatted(
                  Escape.html(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content)));
      default -> "<pre class=\"output value\">%s</pre>\n".formatted(AnsiHtml.html(text));
    };
  }

  private static String image(String source, Map<?, ?> size) {
    return "<div class=\"output picture\"><img src=\"%s\" alt=\"\"%s%s></div>\n"
        .formatted(source, attribute("width", size), attribute("height", size));
  }

  private static String attribute(String name, Map<?, ?> size) {
    return size.get(name) instanceof Number number
        ? " %s=\"%d\"".formatted(name, number.intValue())
        : "";
  }
}
