package org.orrery.lab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes nbformat 4.5 as Jupyter does: sorted keys, one space of indent, texts as lines. */
final class NotebookWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private NotebookWriter() {}

  static String json(Notebook notebook) {
    var root = new TreeMap<String, Object>();
    root.put("cells", notebook.cells().stream().map(NotebookWriter::cell).toList());
    root.put("metadata", notebook.metadata());
    root.put("nbformat", 4);
    root.put("nbformat_minor", 5);
    return JSON.writer().with(layout()).writeValueAsString(root) + "\n";
  }

  private static DefaultPrettyPrinter layout() {
    var indent = new DefaultIndenter(" ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indent)
        .withArrayIndenter(indent);
  }

  private static Map<String, Object> cell(Cell cell) {
    var fields = new TreeMap<String, Object>();
    fields.put("cell_type", cell.kind().name().toLowerCase(java.util.Locale.ROOT));
    fields.put("id", cell.id());
    fields.put("metadata", cell.metadata());
    fields.put("source", lines(cell.source()));
    if (cell.isCode()) {
      var count = cell.executionCount();
      fields.put("execution_count", count.isPresent() ? count.getAsInt() : null);
      fields.put("outputs", cell.outputs().stream().map(NotebookWriter::output).toList());
    } else if (!cell.attachments().isEmpty()) {
      fields.put("attachments", cell.attachments());
    }
    return fields;
  }

  private static Map<String, Object> output(Output output) {
    var fields = new TreeMap<String, Object>();
    if (output instanceof Output.Stream stream) {
      fields.put("output_type", "stream");
      fields.put("name", stream.name());
      fields.put("text", lines(stream.text()));
    } else if (output instanceof Output.Display display) {
      fields.put("output_type", "display_data");
      fields.put("data", data(display.data()));
      fields.put("metadata", display.metadata());
    } else if (output instanceof Output.Result result) {
      fields.put("output_type", "execute_result");
      fields.put("execution_count", result.executionCount());
      fields.put("data", data(result.data()));
      fields.put("metadata", result.metadata());
    } else if (output instanceof Output.Error error) {
      fields.put("output_type", "error");
      fields.put("ename", error.name());
      fields.put("evalue", error.value());
      fields.put("traceback", error.traceback());
    }
    return fields;
  }

  private static Map<String, Object> data(Map<String, Object> data) {
    var fields = new TreeMap<String, Object>();
    data.forEach(
        (mime, form) ->
            fields.put(
                mime, form instanceof String text && MimeTypes.isText(mime) ? lines(text) : form));
    return fields;
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf('\n', start);
      var next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
