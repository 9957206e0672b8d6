package org.orrery.kernel.shell;

import java.util.List;

/**
 * A declaration to describe.
 *
 * @param before its text up to the parameters; the whole of it when it has none
 * @param parameters the types of its parameters; null when it takes none
 * @param names their names; empty when only the source knows them
 * @param after its text behind the parameters
 * @param origins where its documentation can stand: the declaration's own place first, then those
 *     of what it overrides
 */
record Subject(
    String before,
    List<String> parameters,
    List<String> names,
    String after,
    List<Origin> origins) {

  /**
   * The place of a declaration in source.
   *
   * @param module the module of its file; "" for none
   * @param file qualified name of the file's type
   * @param cell the text of the file if it is made from a cell; "" when it must be looked for
   * @param types simple names of the types around and including it, from the file's type inwards
   * @param member name of the method or field, {@code <init>} of a constructor; "" for a type
   * @param parameters simple names of a method's parameter types
   */
  record Origin(
      String module,
      String file,
      String cell,
      List<String> types,
      String member,
      List<String> parameters) {}

  /** The declaration, with {@code known} names where it has none of its own. */
  String declaration(List<String> known) {
    if (parameters == null) {
      return before;
    }
    var called = names.isEmpty() ? known : names;
    var shown = new StringBuilder(before).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      shown.append(i > 0 ? ", " : "").append(parameters.get(i));
      shown.append(i < called.size() ? " " + called.get(i) : "");
    }
    return shown.append(')').append(after).toString();
  }
}
