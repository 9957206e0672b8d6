package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A model of the schema, and the class it becomes. */
record SchemaModel(
    String name,
    String module,
    String version,
    String view,
    String viewModule,
    String viewVersion,
    List<SchemaField> fields) {

  /** Those that a class written by hand completes; the others are usable as they are generated. */
  private static final Set<String> FINISHED_BY_HAND =
      Set.of(
          "Button",
          "Checkbox",
          "Dropdown",
          "FloatProgress",
          "FloatRangeSlider",
          "FloatSlider",
          "HBox",
          "Image",
          "IntProgress",
          "IntRangeSlider",
          "IntSlider",
          "Label",
          "Output",
          "Tab",
          "Text",
          "VBox");

  @SuppressWarnings("unchecked")
  static SchemaModel of(Map<String, Object> json) {
    var model = (Map<String, String>) json.get("model");
    var view = (Map<String, String>) json.get("view");
    var attributes = (List<Map<String, Object>>) json.get("attributes");
    var version =
        attributes.stream()
            .filter(one -> one.get("name").equals("_view_module_version"))
            .map(one -> (String) one.get("default"))
            .findFirst()
            .orElseThrow();
    return new SchemaModel(
        model.get("name"),
        model.get("module"),
        model.get("version"),
        view.get("name"),
        view.get("module"),
        version,
        attributes.stream()
            .filter(one -> !((String) one.get("name")).matches("_(model|view)_.*"))
            .map(one -> SchemaField.of(model.get("name"), one))
            .toList());
  }

  String finishedName() {
    return name.replaceFirst("Model$", "");
  }

  String className() {
    return isFinishedByHand() ? name : finishedName();
  }

  private boolean isFinishedByHand() {
    return FINISHED_BY_HAND.contains(finishedName());
  }

  private boolean has(String field) {
    return fields.stream().anyMatch(one -> one.name().equals(field));
  }

  private SchemaField field(String field) {
    return fields.stream().filter(one -> one.name().equals(field)).findFirst().orElseThrow();
  }

  private boolean isChoice() {
    return has("_options_labels") && field("index").kind().equals("INT");
  }

  private boolean isBounded() {
    return has("min")
        && has("max")
        && has("value")
        && !has("base") // of a logarithmic slider: its bounds are exponents
        && field("min").isNumber()
        && field("max").isNumber();
  }

  private boolean isControl() {
    return has("value") && !field("value").kind().equals("BYTES");
  }

  private String parent() {
    return isChoice()
        ? "ChoiceWidget"
        : isBounded() ? "BoundedWidget" : has("layout") ? "DomWidget" : "Widget";
  }

  String source() {
    var body = new StringBuilder();
    body.append(constants());
    fields.forEach(field -> body.append(field.accessors(finishedName(), self())));
    if (isChoice()) {
      body.append(choosing());
    } else if (isControl()) {
      body.append(controlling(field("value")));
    }
    return WidgetSources.HEADER
        + "package org.orrery.kernel.widgets;\n\n"
        + imports(body.toString())
        + about()
        + declaration()
        + body
        + "}\n";
  }

  private String self() {
    return isFinishedByHand() ? "(" + finishedName() + ") this" : "this";
  }

  private String about() {
    return isFinishedByHand()
        ? "/** What the schema says of {@link %s}. */\n".formatted(finishedName())
        : "/** The model {@code %s} of {@code %s} %s. */\n".formatted(name, module, version);
  }

  private String declaration() {
    var control = isControl() ? " implements Control<%s>".formatted(field("value").boxed()) : "";
    return isFinishedByHand()
        ? "public abstract sealed class %s extends %s%s\n    permits %s {\n\n"
            .formatted(className(), parent(), control, finishedName())
        : "public final class %s extends %s%s {\n\n".formatted(className(), parent(), control);
  }

  private String constants() {
    var arguments =
        List.of(name, module, version, Objects.toString(view, ""), viewModule, viewVersion).stream()
            .map(one -> one.isEmpty() ? "null" : "\"" + one + "\"")
            .collect(Collectors.joining(", "));
    var declared =
        fields.stream()
            .map(one -> "          " + one.declaration())
            .collect(Collectors.joining(",\n"));
    return """
      static final Model MODEL =
          Model.of(
              %s,
    %s);

      %s%s() {
        super(MODEL);
      }
    """
        .formatted(
            split(arguments),
            declared,
            isFinishedByHand() ? "" : "/** One that the front end does not know yet. */\n  public ",
            className());
  }

  private static String split(String arguments) {
    return arguments.replaceFirst("(.*?, .*?, .*?,) ", "$1\n          ");
  }

  private String choosing() {
    return """

      /** Chooses {@code label}, which must be one of the options. */
      public %1$s value(String label) {
        choose(label);
        return %2$s;
      }

      /** Calls {@code handler} with every label that is chosen from now on. */
      public %1$s onChange(Consumer<String> handler) {
        observe("index", change -> label(change.now()).ifPresent(handler));
        return %2$s;
      }
    """
        .formatted(finishedName(), self());
  }

  private String controlling(SchemaField value) {
    return """

      @Override
      public %3$s current() {
        return value();
      }

      @Override
      public String holder() {
        return "value";
      }

      /** Calls {@code handler} with every value that is set from now on, by either side. */
      public %1$s onChange(Consumer<%3$s> handler) {
        observe("value", change -> handler.accept(%4$s));
        return %2$s;
      }
    """
        .formatted(finishedName(), self(), value.boxed(), value.typed("change.now()"));
  }

  private static String imports(String body) {
    var known =
        List.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.function.Consumer");
    var used =
        known.stream()
            .filter(one -> body.matches("(?s).*\\b" + one.replaceFirst(".*\\.", "") + "[<. ].*"))
            .map(one -> "import " + one + ";\n")
            .collect(Collectors.joining());
    return used.isEmpty() ? "" : used + "\n";
  }
}
