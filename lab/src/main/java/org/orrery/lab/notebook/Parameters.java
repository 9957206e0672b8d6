package org.orrery.lab.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Values given to a notebook from outside, in papermill's way: a cell tagged {@code parameters}
 * holds the defaults, and a cell tagged {@code injected-parameters} behind it overrides them.
 *
 * <pre>{@code
 * Parameters.parse(List.of("clips=200", "name=short run")).injectedInto(notebook);
 * // var clips = 200;
 * // var name = "short run";
 * }</pre>
 *
 * A value is a whole number, a decimal number, {@code true}, {@code false}, or else a string; in
 * double quotes it is a string whatever it holds.
 *
 * @param literals name to Java literal, in the order given
 */
public record Parameters(Map<String, String> literals) {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.\\d*|\\.\\d+|\\d+)([eE][+-]?\\d+)?");

  public Parameters {
    literals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(literals));
  }

  /**
   * The parameters written as {@code NAME=VALUE}; the last of several with one name counts.
   *
   * @throws NotebookException when one is not of that form or its name is no Java name
   */
  public static Parameters parse(List<String> assignments) throws NotebookException {
    var literals = new LinkedHashMap<String, String>();
    for (var assignment : assignments) {
      var equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new NotebookException(
            "-p %s: expected NAME=VALUE, as in -p clips=200".formatted(assignment));
      }
      var name = assignment.substring(0, equals).strip();
      if (!SourceVersion.isName(name) || name.contains(".")) {
        throw new NotebookException(
            "-p %s: \"%s\" is no Java variable name".formatted(assignment, name));
      }
      literals.put(name, literal(assignment.substring(equals + 1)));
    }
    return new Parameters(literals);
  }

  /**
   * {@code notebook} with these parameters behind its cell of defaults.
   *
   * @throws NotebookException when the notebook has no cell tagged {@code parameters}, or that cell
   *     does not declare one of the names
   */
  public Notebook injectedInto(Notebook notebook) throws NotebookException {
    if (literals.isEmpty()) {
      return notebook;
    }
    var cells = new ArrayList<Cell>();
    for (var cell : notebook.cells()) {
      if (!cell.tags().contains("injected-parameters")) {
        cells.add(cell);
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isCode() && cells.get(i).tags().contains("parameters")) {
        requireDeclared(cells.get(i).source());
        cells.add(i + 1, cell());
        return notebook.withCells(cells);
      }
    }
    throw new NotebookException(
        "-p %s: the notebook has no code cell tagged \"parameters\"; tag the cell that declares it"
            .formatted(literals.keySet().iterator().next()));
  }

  private void requireDeclared(String defaults) throws NotebookException {
    for (var name : literals.keySet()) {
      if (!Pattern.compile("\\b" + Pattern.quote(name) + "\\s*[=;]").matcher(defaults).find()) {
        throw new NotebookException(
            "-p %s: the cell tagged \"parameters\" declares no variable of that name:%n%s"
                .formatted(name, defaults.strip().indent(4).stripTrailing()));
      }
    }
  }

  private Cell cell() {
    var source =
        literals.entrySet().stream()
            .map(entry -> "var %s = %s;".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n", "// Parameters\n", ""));
    return Cell.code("injected-parameters", source)
        .withMetadata("tags", List.of("injected-parameters"));
  }

  private static String literal(String value) {
    if (value.equals("true") || value.equals("false")) {
      return value;
    }
    if (WHOLE.matcher(value).matches()) {
      var number = new java.math.BigInteger(value);
      if (number.bitLength() < 32) {
        return number.toString();
      }
      return number.bitLength() < 64 ? number + "L" : quoted(value);
    }
    if (DECIMAL.matcher(value).matches() && Double.isFinite(Double.parseDouble(value))) {
      return String.valueOf(Double.parseDouble(value));
    }
    var quotes = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted(quotes ? value.substring(1, value.length() - 1) : value);
  }

  private static String quoted(String text) {
    var literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return literal.append('"').toString();
  }
}
