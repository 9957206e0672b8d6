package org.orrery.lab.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads nbformat 4.0 to 4.5 and says where a text departs from it. */
final class NotebookReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private final String name;
  private final Set<String> ids = new HashSet<>();

  NotebookReader(String name) {
    this.name = name;
  }

  Notebook read(String json) throws NotebookException {
    var root = object(parsed(json), "a notebook");
    if (!(root.get("nbformat") instanceof Integer format)) {
      throw refused("expected a notebook with \"nbformat\": 4, found no nbformat; is it one?");
    }
    if (format != 4) {
      throw refused(
          "expected nbformat 4, found nbformat %d; convert it with: jupyter nbconvert --to notebook"
              .formatted(format));
    }
    if (!(root.get("cells") instanceof List<?> list)) {
      throw refused("expected a list of cells, found " + shown(root.get("cells")));
    }
    if (list.isEmpty()) {
      throw refused("the notebook has no cells; there is nothing to run");
    }
    var cells = new ArrayList<Cell>();
    for (var item : list) {
      cells.add(cell(cells.size() + 1, item));
    }
    return new Notebook(cells, metadata(root, "the notebook"));
  }

  private Object parsed(String json) throws NotebookException {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new NotebookException(
          "%s: expected a notebook in JSON, but line %d, column %d is not JSON: %s"
              .formatted(name, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
          e);
    }
  }

  private Cell cell(int number, Object item) throws NotebookException {
    var where = "cell " + number;
    var fields = object(item, where);
    var kind =
        switch (String.valueOf(fields.get("cell_type"))) {
          case "code" -> Cell.Kind.CODE;
          case "markdown" -> Cell.Kind.MARKDOWN;
          case "raw" -> Cell.Kind.RAW;
          default ->
              throw refused(
                  "%s: expected cell_type code, markdown or raw, found %s"
                      .formatted(where, shown(fields.get("cell_type"))));
        };
    var source = text(fields.get("source"), where + ": source");
    var count =
        fields.get("execution_count") instanceof Integer n
            ? OptionalInt.of(n)
            : OptionalInt.empty();
    var attachments =
        fields.get("attachments") == null
            ? Map.<String, Object>of()
            : object(fields.get("attachments"), where + ": attachments");
    return new Cell(
        kind,
        id(fields.get("id"), number, source),
        source,
        metadata(fields, where),
        kind == Cell.Kind.CODE ? count : OptionalInt.empty(),
        kind == Cell.Kind.CODE ? outputs(fields, where) : List.of(),
        attachments);
  }

  /** Notebooks before 4.5 have no ids; the made ones depend on place and source alone. */
  private String id(Object given, int number, String source) {
    var id =
        given instanceof String text && ID.matcher(text).matches()
            ? text
            : String.format(Locale.ROOT, "cell-%d-%08x", number, source.hashCode());
    while (!ids.add(id)) {
      id = "cell-%d-%d".formatted(number, ids.size());
    }
    return id;
  }

  private List<Output> outputs(Map<String, Object> fields, String where) throws NotebookException {
    var outputs = new ArrayList<Output>();
    if (fields.get("outputs") instanceof List<?> list) {
      for (var item : list) {
        var place = where + ", output " + (outputs.size() + 1);
        outputs.add(output(object(item, place), place));
      }
    }
    return outputs;
  }

  private Output output(Map<String, Object> fields, String where) throws NotebookException {
    var type = String.valueOf(fields.get("output_type"));
    return switch (type) {
      case "stream" ->
          new Output.Stream(
              String.valueOf(fields.get("name")), text(fields.get("text"), where + ": text"));
      case "display_data" -> new Output.Display(data(fields, where), metadata(fields, where));
      case "execute_result" ->
          new Output.Result(
              fields.get("execution_count") instanceof Integer n ? n : 0,
              data(fields, where),
              metadata(fields, where));
      case "error" -> {
        var lines = new ArrayList<String>();
        if (fields.get("traceback") instanceof List<?> list) {
          list.forEach(line -> lines.add(String.valueOf(line)));
        }
        yield new Output.Error(
            String.valueOf(fields.get("ename")), String.valueOf(fields.get("evalue")), lines);
      }
      default ->
          throw refused(
              "%s: expected output_type stream, display_data, execute_result or error, found %s"
                  .formatted(where, type));
    };
  }

  private Map<String, Object> data(Map<String, Object> fields, String where)
      throws NotebookException {
    var data = new LinkedHashMap<String, Object>();
    for (var form : object(fields.get("data"), where + ": data").entrySet()) {
      var lines = form.getValue() instanceof List<?> && !MimeTypes.isJson(form.getKey());
      data.put(
          form.getKey(),
          lines ? text(form.getValue(), where + ": " + form.getKey()) : form.getValue());
    }
    return data;
  }

  private Map<String, Object> metadata(Map<String, Object> fields, String where)
      throws NotebookException {
    return fields.get("metadata") == null
        ? Map.of()
        : object(fields.get("metadata"), where + ": metadata");
  }

  /** nbformat writes a text of several lines as a list of lines, each with its line end. */
  private String text(Object value, String where) throws NotebookException {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof List<?> lines && lines.stream().allMatch(String.class::isInstance)) {
      var text = new StringBuilder();
      lines.forEach(text::append);
      return text.toString();
    }
    throw refused("%s: expected text or a list of lines, found %s".formatted(where, shown(value)));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> object(Object value, String where) throws NotebookException {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw refused("%s: expected a JSON object, found %s".formatted(where, shown(value)));
  }

  private NotebookException refused(String reason) {
    return new NotebookException(name + ": " + reason);
  }

  private static String shown(Object value) {
    var text = String.valueOf(value);
    return value == null ? "nothing" : text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
