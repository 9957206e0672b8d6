package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A property of a model of the schema, and the accessors it becomes. */
record SchemaField(
    String name,
    String help,
    String kind,
    String javaType,
    Object initial,
    boolean nullable,
    List<String> allowed) {

  private static final Map<String, String> WIDGETS_OF_CONTROLLERS =
      Map.of("Axis", "ControllerAxis", "Button", "ControllerButton", "Widget", "Widget");

  @SuppressWarnings("unchecked")
  static SchemaField of(String model, Map<String, Object> json) {
    var items = (Map<String, String>) json.getOrDefault("items", Map.of());
    var kind = kind(model, json.get("type"), items, json.get("default"));
    return new SchemaField(
        (String) json.get("name"),
        (String) json.get("help"),
        kind,
        javaType(kind, (String) json.get("widget"), items),
        json.get("default"),
        Boolean.TRUE.equals(json.get("allow_none")),
        (List<String>) json.getOrDefault("enum", List.of()));
  }

  private static String kind(String model, Object type, Map<String, String> items, Object initial) {
    if (!(type instanceof String single)) {
      return "ANY"; // a number or a text
    }
    return switch (single) {
      case "bool" -> "BOOL";
      case "int" -> "INT";
      case "float" -> "FLOAT";
      case "string" -> "TEXT";
      case "bytes" -> "BYTES";
      case "Date" -> "DATE";
      case "Time" -> "TIME";
      case "Datetime" -> model.startsWith("Naive") ? "DATETIME" : "INSTANT";
      case "reference" -> "WIDGET";
      case "array" -> listKind(items.getOrDefault("type", typeOfFirst((List<?>) initial)));
      default -> throw new IllegalArgumentException("a type of the schema unknown here: " + type);
    };
  }

  private static String listKind(String items) {
    return switch (items) {
      case "string" -> "TEXTS";
      case "int" -> "INTS";
      case "float" -> "FLOATS";
      case "reference" -> "WIDGETS";
      default -> "ANYS";
    };
  }

  private static String typeOfFirst(List<?> initial) {
    if (initial.isEmpty()) {
      return "any";
    }
    return initial.get(0) instanceof Integer ? "int" : "float";
  }

  private static String javaType(String kind, String widget, Map<String, String> items) {
    return switch (kind) {
      case "BOOL" -> "boolean";
      case "INT" -> "int";
      case "FLOAT" -> "double";
      case "TEXT" -> "String";
      case "BYTES" -> "byte[]";
      case "DATE" -> "LocalDate";
      case "TIME" -> "LocalTime";
      case "DATETIME" -> "LocalDateTime";
      case "INSTANT" -> "Instant";
      case "WIDGET" -> widget;
      case "TEXTS" -> "List<String>";
      case "INTS" -> "List<Integer>";
      case "FLOATS" -> "List<Double>";
      case "WIDGETS" -> "List<" + WIDGETS_OF_CONTROLLERS.get(items.get("widget")) + ">";
      case "ANYS" -> "List<Object>";
      default -> "Object";
    };
  }

  boolean isNumber() {
    return !nullable && (kind.equals("INT") || kind.equals("FLOAT"));
  }

  /** The type as a type argument, and as what a getter returns where null is a value. */
  String boxed() {
    return nullable ? "Optional<" + wrapper() + ">" : wrapper();
  }

  private String wrapper() {
    return switch (javaType) {
      case "boolean" -> "Boolean";
      case "int" -> "Integer";
      case "double" -> "Double";
      default -> javaType;
    };
  }

  private boolean isList() {
    return javaType.startsWith("List<");
  }

  /** {@code expression}, of which nothing is known, as this property's value. */
  String typed(String expression) {
    return nullable
        ? "Optional.ofNullable(as(%s))".formatted(expression)
        : "as(%s)".formatted(expression);
  }

  String declaration() {
    var text =
        kind.equals("WIDGET")
            ? "Field.own(\"%s\", %s::new)".formatted(name, javaType)
            : "Field.of(\"%s\", Kind.%s, %s)".formatted(name, kind, literal(initial));
    if (nullable) {
      text += ".orNull()";
    }
    if (!allowed.isEmpty()) {
      var texts = allowed.stream().map(SchemaField::literal).toList();
      text += "\n              .oneOf(%s)".formatted(wrapped(texts, "                  "));
    }
    return text;
  }

  private static String wrapped(List<String> texts, String indent) {
    var line = String.join(", ", texts);
    return line.length() <= 70 ? line : "\n" + indent + String.join(",\n" + indent, texts);
  }

  private static String literal(Object value) {
    if (value instanceof String text) {
      return text.equals("b''") ? "new byte[0]" : "\"" + text.replace("\"", "\\\"") + "\"";
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(SchemaField::literal)
          .collect(Collectors.joining(", ", "List.of(", ")"));
    }
    return String.valueOf(value);
  }

  String accessors(String owner, String self) {
    var method = method();
    var getter =
        nullable ? "return find(\"%s\");".formatted(name) : "return get(\"%s\");".formatted(name);
    if (kind.equals("BYTES")) {
      getter = "return this.<byte[]>get(\"%s\").clone();".formatted(name);
    }
    return """

      /**
       * %s
       */
      public %s %s() {
        %s
      }

      /** Sets what {@link #%s()} returns%s. */
      public %s %s(%s %s) {
        set("%s", %s);
        return %s;
      }
    %s"""
        .formatted(
            documentation(),
            nullable ? boxed() : javaType,
            method,
            getter,
            method,
            nullable ? "; null unsets it" : "",
            owner,
            method,
            parameterType(),
            method,
            name,
            given(method),
            self,
            several(owner, self, method));
  }

  private String parameterType() {
    if (nullable) {
      return wrapper();
    }
    return kind.equals("WIDGETS") ? javaType.replace("<", "<? extends ") : javaType;
  }

  private String given(String method) {
    return isList()
        ? "List.copyOf(" + method + ")"
        : kind.equals("BYTES") ? method + ".clone()" : method;
  }

  private String several(String owner, String self, String method) {
    if (!kind.equals("TEXTS") && !kind.equals("WIDGETS")) {
      return "";
    }
    return """

      /** Sets what {@link #%2$s()} returns. */
      public %1$s %2$s(%3$s... %2$s) {
        return %2$s(List.of(%2$s));
      }
    """
        .formatted(owner, method, javaType.substring(5, javaType.length() - 1));
  }

  private String documentation() {
    var text = new StringBuilder();
    var said = help.isBlank() ? words() + "." : help.strip();
    text.append(said.endsWith(".") ? said : said + ".");
    if (!allowed.isEmpty()) {
      text.append(
          allowed.stream()
              .map(one -> one.isEmpty() ? "the empty text" : "\"" + one + "\"")
              .collect(Collectors.joining(", ", " One of ", ".")));
    }
    if (!kind.equals("WIDGET")) {
      text.append(" At first ").append(initially()).append('.');
    }
    return javadoc(text.toString());
  }

  private String initially() {
    if (initial == null) {
      return "unset";
    }
    if (initial instanceof String one) {
      return one.isEmpty() ? "empty" : one.equals("b''") ? "no bytes" : "\"" + one + "\"";
    }
    return initial instanceof List<?> list && list.isEmpty() ? "empty" : initial.toString();
  }

  private static String javadoc(String text) {
    var escaped =
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;");
    var lines = new StringBuilder();
    var line = 0;
    for (var word : escaped.split("\\s+")) {
      if (line > 0 && line + word.length() > 88) {
        lines.append("\n   * ");
        line = 0;
      } else if (line > 0) {
        lines.append(' ');
      }
      lines.append(word);
      line += word.length() + 1;
    }
    return lines.toString();
  }

  private String words() {
    var words = name.replaceFirst("^_", "").replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * {@code _options_labels} is {@code options()}, {@code button_style} is {@code buttonStyle()}.
   */
  private String method() {
    if (name.equals("_options_labels")) {
      return "options";
    }
    var parts = name.replaceFirst("^_", "").split("_");
    return parts[0]
        + List.of(parts).subList(1, parts.length).stream()
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining());
  }
}
