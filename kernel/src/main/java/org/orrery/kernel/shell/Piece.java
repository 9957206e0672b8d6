package org.orrery.kernel.shell;

import java.util.List;

/** A part of a cell, with its place in the cell's code. */
sealed interface Piece {

  /** The cell it is a part of. */
  Cell cell();

  /** Where its text stands in the cell's code. */
  Span span();

  /** From {@code start} up to {@code end} of a cell's code. */
  record Span(int start, int end) {
    String of(Cell cell) {
      return cell.code().substring(start, end);
    }
  }

  default String text() {
    return span().of(cell());
  }

  /** {@code import ...;} */
  record Import(Cell cell, Span span) implements Piece {}

  /**
   * A type or a method: what other code knows by its name.
   *
   * @param name the type's simple name, or the method's
   * @param parameters the texts of a method's parameter types; null for a type
   * @param parameterNames the names of a method's parameters; empty for a type
   * @param header a method's text before its body, a type's whole text, blanks evened out: an equal
   *     one means that other code need not change
   * @param words the whole text, blanks evened out
   * @param blanked modifiers in the text that mean nothing in a cell
   */
  record Member(
      Cell cell,
      Span span,
      String name,
      List<String> parameters,
      List<String> parameterNames,
      String header,
      String words,
      List<Span> blanked)
      implements Piece {

    boolean isType() {
      return parameters == null;
    }

    /** What tells it from other members: for a method its parameter types too. */
    String identity() {
      return isType() ? "type " + name : name + "(" + String.join(",", parameters) + ")";
    }
  }

  /**
   * {@code Type a = 1, b[] = {2};}
   *
   * @param type place of the type's text; null for {@code var}
   */
  record Variables(Cell cell, Span span, Span type, List<Declarator> declarators)
      implements Piece {}

  /**
   * One variable of a declaration.
   *
   * @param dimensions {@code []} for each pair of brackets behind the name
   * @param name place of the name
   * @param initializer place of its first value; null when there is none
   * @param isArray whether the initializer is of the form {@code {1, 2}}
   */
  record Declarator(String dimensions, Span name, Span initializer, boolean isArray) {}

  /**
   * An expression, its semicolon left out.
   *
   * @param isStatement whether it may stand as a statement
   * @param called the method it calls, so that it may be void; "" when it is no call
   * @param isAssignment whether its value is not shown
   */
  record Expression(Cell cell, Span span, boolean isStatement, String called, boolean isAssignment)
      implements Piece {}

  /** Any other statement. */
  record Statement(Cell cell, Span span) implements Piece {}
}
