package org.orrery.kernel.magic.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code %load FILE} runs Java source or a notebook's code cells as if they stood in the cell. */
public final class LoadMagic implements MagicSet {

  private static final List<String> ENDINGS =
      List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;");

  @Override
  public void addTo(Magics magics) {
    magics.line(
        "load",
        "%load FILE",
        "runs a .java, .jshell or .jsh file, or the code cells of an .ipynb",
        LoadMagic::load);
  }

  private static Object load(MagicCall call, Workspace workspace) throws Exception {
    if (call.words().size() != 1) {
      throw new MagicException("expected %load FILE, received %load " + call.raw());
    }
    var file = find(call.words().get(0));
    var sources = sourcesIn(file);
    for (int i = 0; i < sources.size(); i++) {
      try {
        workspace.evaluate(sources.get(i));
      } catch (Exception e) {
        var of = sources.size() == 1 ? "" : "code cell %d of ".formatted(i + 1);
        System.err.println("in " + of + file + ":");
        throw e;
      }
    }
    return null;
  }

  private static Path find(String name) {
    return ENDINGS.stream()
        .map(ending -> Path.of(name + ending).toAbsolutePath().normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new MagicException(
                    "%%load %s: there is no such file in %s, nor with %s added"
                        .formatted(
                            name,
                            Path.of("").toAbsolutePath(),
                            ENDINGS.subList(1, ENDINGS.size()))));
  }

  private static List<String> sourcesIn(Path file) throws IOException {
    var text = Files.readString(file);
    if (file.toString().endsWith(".ipynb")) {
      return cellsOf(file, text);
    }
    var declared = PACKAGE.matcher(text);
    if (!declared.find()) {
      return List.of(text);
    }
    System.err.printf(
        "note: \"%s\" of %s has no meaning in a notebook%n", declared.group().strip(), file);
    return List.of(" ".repeat(declared.end()) + text.substring(declared.end()));
  }

  private static List<String> cellsOf(Path file, String json) {
    try {
      var sources = new ArrayList<String>();
      for (var cell : JsonMapper.builder().build().readTree(json).path("cells")) {
        var source = source(cell);
        if (cell.path("cell_type").asString("").equals("code") && !source.isBlank()) {
          sources.add(source);
        }
      }
      return sources;
    } catch (JacksonException e) {
      throw new MagicException(
          "%%load %s: expected a notebook, received what is no JSON: %s"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  /** A text, or a list of lines. */
  private static String source(JsonNode cell) {
    var source = cell.path("source");
    if (!source.isArray()) {
      return source.asString("");
    }
    var lines = Stream.<String>builder();
    source.forEach(line -> lines.add(line.asString("")));
    return String.join("", lines.build().toList());
  }
}
