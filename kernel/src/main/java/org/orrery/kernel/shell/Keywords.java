package org.orrery.kernel.shell;

import java.util.List;
import java.util.stream.Stream;

/** The words of the language. */
final class Keywords {

  private static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
  private static final List<String> OF_EXPRESSIONS =
      List.of("false", "instanceof", "new", "null", "super", "switch", "this", "true");
  private static final List<String> OF_STATEMENTS =
      List.of(
          "abstract",
          "assert",
          "break",
          "case",
          "catch",
          "class",
          "continue",
          "default",
          "do",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "for",
          "if",
          "implements",
          "import",
          "interface",
          "native",
          "non-sealed",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "static",
          "strictfp",
          "synchronized",
          "throw",
          "throws",
          "transient",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  private Keywords() {}

  static List<String> of(Place place) {
    return switch (place) {
      case STATEMENT -> all();
      case ANY, CASE -> Stream.of(PRIMITIVES, OF_EXPRESSIONS).flatMap(List::stream).toList();
      case METHOD -> List.of("super", "this");
      case TYPE -> PRIMITIVES;
      case ANNOTATION -> List.of();
    };
  }

  /** Every word. */
  static List<String> all() {
    return Stream.of(PRIMITIVES, OF_EXPRESSIONS, OF_STATEMENTS).flatMap(List::stream).toList();
  }
}
