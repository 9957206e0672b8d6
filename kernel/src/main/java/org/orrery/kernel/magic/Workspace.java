package org.orrery.kernel.magic;

import java.nio.file.Path;
import java.util.List;

/**
 * What a magic may do to the evaluation it is used in. Called on the thread that runs the cell.
 *
 * <pre>{@code
 * workspace.addToClassPath(List.of(Path.of("lib/charts.jar")));
 * var chart = workspace.evaluate("charts.Chart.of(1, 2, 3)");
 * }</pre>
 */
public interface Workspace {

  /** Makes classes and resources of jars and folders known to the code evaluated from now on. */
  void addToClassPath(List<Path> entries);

  /** Every entry of the class path: the kernel's own ones first, then the added ones. */
  List<Path> classPath();

  /**
   * Evaluates {@code code} as if it stood in the cell that runs: magics in it work, what it
   * declares stays. Code that is a part of the running cell is given with blanks in place of what
   * precedes it ({@link MagicCall#code}), so that its lines keep their numbers.
   *
   * @return the value of its last expression, or null when there is none
   * @throws Exception what the code throws, or that it does not compile
   */
  Object evaluate(String code) throws Exception;

  /** The variables that cells have declared, in the order of their declaration. */
  List<Variable> variables();

  /** Forgets what cells have declared: variables, methods, types, imports. */
  void reset();

  /**
   * A variable of a cell.
   *
   * @param type its type as Java source, such as {@code List<String>}
   * @param value its value as text
   */
  record Variable(String name, String type, String value) {}
}
