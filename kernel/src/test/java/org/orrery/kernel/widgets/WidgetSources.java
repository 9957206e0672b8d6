package org.orrery.kernel.widgets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the classes in {@code src/main/generated} of the schema that npm's {@code
 * @jupyter-widgets/schema} publishes. To take a new schema, put its file in the place of the one
 * beside the tests, then, from the project's root:
 *
 * <pre>{@code
 * ./mvnw -pl kernel test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=org.orrery.kernel.widgets.WidgetSources
 * }</pre>
 */
public final class WidgetSources {

  static final Path FOLDER = Path.of("src/main/generated/org/orrery/kernel/widgets");
  static final String HEADER =
      """
      // Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
      // Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
      """;

  private WidgetSources() {}

  /** Writes the sources anew; the working folder is the kernel's or the project's. */
  public static void main(String[] args) throws IOException {
    var folder = Files.isDirectory(Path.of("kernel")) ? Path.of("kernel").resolve(FOLDER) : FOLDER;
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        Files.delete(file);
      }
    }
    for (var source : all().entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
  }

  /** The text of every generated file, by its name. */
  static Map<String, String> all() throws IOException {
    var sources = new TreeMap<String, String>();
    var models = models();
    for (var model : models) {
      sources.put(model.className() + ".java", model.source());
    }
    sources.put("Models.java", registry(models));
    return sources;
  }

  /**
   * The models of the schema. It lists one that is none: {@code DOMWidgetModel}, the unfinished
   * common part of images, audio and video, which has no view.
   */
  static List<SchemaModel> models() throws IOException {
    try (var in = WidgetSources.class.getResourceAsStream("jupyterwidgetmodels.latest.json")) {
      List<Map<String, Object>> schema =
          JsonMapper.builder()
              .build()
              .readValue(in, new TypeReference<List<Map<String, Object>>>() {});
      return schema.stream()
          .map(SchemaModel::of)
          .filter(model -> !model.name().equals("DOMWidgetModel"))
          .toList();
    }
  }

  private static String registry(List<SchemaModel> models) {
    var entries =
        models.stream()
            .map(
                model ->
                    "          Map.entry(\"%s\", %s::new)"
                        .formatted(model.name(), model.finishedName()))
            .collect(Collectors.joining(",\n"));
    return HEADER
        + """
        package org.orrery.kernel.widgets;

        import java.util.Map;
        import java.util.function.Supplier;

        /** Every model, by its name in the protocol. */
        final class Models {

          static final Map<String, Supplier<Widget>> BY_NAME =
              Map.ofEntries(
        %s);

          private Models() {}
        }
        """
            .formatted(entries);
  }
}
