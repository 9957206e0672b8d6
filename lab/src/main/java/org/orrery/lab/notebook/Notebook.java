package org.orrery.lab.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notebook as nbformat 4 knows it. Immutable; fields this code does not know are kept in the
 * metadata maps, so reading and writing loses nothing the format allows.
 *
 * <pre>{@code
 * var notebook = Notebook.read(Path.of("notebooks/01-first-light.ipynb"));
 * notebook.cells().size();
 * Aside.write(copy, notebook.toJson());   // nbformat 4.5
 * }</pre>
 */
public record Notebook(List<Cell> cells, Map<String, Object> metadata) {

  public Notebook {
    cells = List.copyOf(cells);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * Reads the notebook at {@code path}.
   *
   * @throws NotebookException when there is none, or it is not a notebook of nbformat 4 with at
   *     least one cell; the message names the file, what was expected and what came
   */
  public static Notebook read(Path path) throws NotebookException {
    if (!Files.exists(path)) {
      throw new NotebookException(
          "%s: there is no such notebook (looked in %s); check the path"
              .formatted(path, path.toAbsolutePath().getParent()));
    }
    if (!Files.isRegularFile(path)) {
      throw new NotebookException(path + ": expected a notebook file, found a folder");
    }
    try {
      return parse(Files.readString(path), path.toString());
    } catch (CharacterCodingException e) {
      throw new NotebookException(
          path + ": expected a notebook in UTF-8, found other bytes; save it again as UTF-8", e);
    } catch (IOException e) {
      throw new NotebookException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The notebook written in {@code json}; {@code name} says in errors where it came from.
   *
   * @throws NotebookException as {@link #read} does
   */
  public static Notebook parse(String json, String name) throws NotebookException {
    return new NotebookReader(name).read(json);
  }

  /** This notebook as nbformat 4.5, in the layout that Jupyter itself writes. */
  public String toJson() {
    return NotebookWriter.json(this);
  }

  /** This notebook with other cells. */
  public Notebook withCells(List<Cell> others) {
    return new Notebook(others, metadata);
  }

  /** This notebook with {@code value} under {@code key} of its metadata. */
  public Notebook withMetadata(String key, Object value) {
    var fields = new LinkedHashMap<>(metadata);
    fields.put(key, value);
    return new Notebook(cells, fields);
  }

  /** The programming language the notebook says it is in, in lower case, if it says so. */
  public Optional<String> language() {
    return text("kernelspec", "language")
        .or(() -> text("language_info", "name"))
        .map(language -> language.toLowerCase(java.util.Locale.ROOT));
  }

  private Optional<String> text(String group, String field) {
    return metadata.get(group) instanceof Map<?, ?> map && map.get(field) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
