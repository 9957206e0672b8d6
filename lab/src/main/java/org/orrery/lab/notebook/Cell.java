package org.orrery.lab.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One cell of a notebook. Immutable.
 *
 * <pre>{@code
 * var cell = Cell.code("sum", "1 + 1");
 * cell.executed(OptionalInt.of(1), outputs);
 * }</pre>
 *
 * @param kind code, markdown or raw
 * @param id unique in the notebook: 1 to 64 of {@code a-z A-Z 0-9 - _}
 * @param metadata free fields; {@code tags} among them
 * @param executionCount the number in brackets; only for code
 * @param outputs only for code
 * @param attachments file name to MIME bundle; only for markdown and raw
 */
public record Cell(
    Kind kind,
    String id,
    String source,
    Map<String, Object> metadata,
    OptionalInt executionCount,
    List<Output> outputs,
    Map<String, Object> attachments) {

  /** What a cell holds. */
  public enum Kind {
    CODE,
    MARKDOWN,
    RAW
  }

  public Cell {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    outputs = List.copyOf(outputs);
    attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
  }

  /** A code cell that has not run. */
  public static Cell code(String id, String source) {
    return new Cell(Kind.CODE, id, source, Map.of(), OptionalInt.empty(), List.of(), Map.of());
  }

  /** A cell of text. */
  public static Cell markdown(String id, String source) {
    return new Cell(Kind.MARKDOWN, id, source, Map.of(), OptionalInt.empty(), List.of(), Map.of());
  }

  /** This cell with what a run made of it. */
  public Cell executed(OptionalInt count, List<Output> made) {
    return new Cell(kind, id, source, metadata, count, made, attachments);
  }

  /** This cell with {@code value} under {@code key} of its metadata. */
  public Cell withMetadata(String key, Object value) {
    var fields = new LinkedHashMap<>(metadata);
    fields.put(key, value);
    return new Cell(kind, id, source, fields, executionCount, outputs, attachments);
  }

  /** This cell without {@code key} in its metadata. */
  public Cell withoutMetadata(String key) {
    var fields = new LinkedHashMap<>(metadata);
    fields.remove(key);
    return new Cell(kind, id, source, fields, executionCount, outputs, attachments);
  }

  public boolean isCode() {
    return kind == Kind.CODE;
  }

  /** The cell's tags; empty when it has none. */
  public List<String> tags() {
    var tags = new ArrayList<String>();
    if (metadata.get("tags") instanceof List<?> list) {
      list.forEach(tag -> tags.add(String.valueOf(tag)));
    }
    return tags;
  }

  /** The first line that is neither blank nor only a comment, else the first line. */
  public String firstLine() {
    return source
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .findFirst()
        .orElseGet(() -> source.strip().lines().findFirst().orElse(""));
  }
}
