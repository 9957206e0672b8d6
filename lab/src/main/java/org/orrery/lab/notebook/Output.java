package org.orrery.lab.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One output of a code cell, of the four kinds that nbformat 4 knows. Immutable. */
public sealed interface Output {

  /**
   * Text that the cell printed.
   *
   * @param name {@code stdout} or {@code stderr}
   */
  record Stream(String name, String text) implements Output {}

  /**
   * Something the cell displayed: one value in several forms.
   *
   * @param data MIME type to content; text for text and base64 of binaries, a tree for JSON
   */
  record Display(Map<String, Object> data, Map<String, Object> metadata) implements Output {
    public Display {
      data = copy(data);
      metadata = copy(metadata);
    }
  }

  /** The value of the cell's last expression. */
  record Result(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
      implements Output {
    public Result {
      data = copy(data);
      metadata = copy(metadata);
    }
  }

  /** What the cell threw; traceback lines may hold ANSI colours. */
  record Error(String name, String value, List<String> traceback) implements Output {
    public Error {
      traceback = List.copyOf(traceback);
    }
  }

  private static Map<String, Object> copy(Map<String, Object> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
