package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole of a dataset's {@code card.json}: what people wrote (title, licence, source, made by)
 * and what is measured from its files (schema, hashes).
 */
record DatasetCard(Path folder, ObjectNode json) {
  private static final String CLIPS = "clips";
  private static final List<String> NOT_CONTENT = List.of(Card.FILE, Croissant.FILE, "README.md");

  static DatasetCard read(Path folder) throws IOException {
    Path file = folder.resolve(Card.FILE);
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      if (!json.isObject()) {
        throw new IOException("%s is not a JSON object".formatted(file));
      }
      return new DatasetCard(folder, (ObjectNode) json);
    } catch (JacksonException e) {
      throw new IOException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  String text(String field) {
    return json.path(field).asString("");
  }

  /** The SHA-256 of every file beside the card, by its path, as the card says. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    json.path("files").properties().forEach(e -> files.put(e.getKey(), e.getValue().asString()));
    return files;
  }

  /** The SHA-256 of the lines "hash path" of all files, in the order of their paths. */
  String contentHash() {
    String lines =
        files().entrySet().stream()
            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** The card with schema and hashes as they are measured now; the clips must be alike. */
  DatasetCard measured(Archive clips) throws IOException {
    ObjectNode fresh = json.deepCopy();
    schema(clips).properties().forEach(e -> fresh.set(e.getKey(), e.getValue()));
    ObjectNode files = fresh.putObject("files");
    for (Map.Entry<String, String> file : hashes().entrySet()) {
      files.put(file.getKey(), file.getValue());
    }
    DatasetCard card = new DatasetCard(folder, fresh);
    fresh.put("contentHash", card.contentHash());
    ObjectNode splits = fresh.putObject("splits");
    for (int i = 0; i < clips.size(); i++) {
      splits.put(clips.id(i), name(Split.of(clips.film(i))));
    }
    return card;
  }

  /** What differs between the card and its files, one line each; empty when nothing does. */
  List<String> differences(Archive clips) throws IOException {
    List<String> differences = new ArrayList<>();
    Map<String, String> found = hashes();
    Map<String, String> listed = files();
    for (String name : found.keySet()) {
      if (!listed.containsKey(name)) {
        differences.add("%s is not in the card".formatted(name));
      }
    }
    listed.forEach(
        (name, hash) -> {
          if (!hash.equals(found.get(name))) {
            differences.add(
                "%s: the card says sha256 %s, the file has %s"
                    .formatted(name, hash, found.getOrDefault(name, "gone")));
          }
        });
    for (Map.Entry<String, JsonNode> entry : schema(clips).properties()) {
      JsonNode said = json.path(entry.getKey());
      boolean same =
          entry.getValue().isNumber()
              ? Math.abs(said.asDouble(Double.NaN) - entry.getValue().asDouble())
                  <= 1e-4 * Math.abs(entry.getValue().asDouble())
              : said.equals(entry.getValue());
      if (!same) {
        differences.add(
            "%s: the card says %s, the clip has %s"
                .formatted(entry.getKey(), said, entry.getValue()));
      }
    }
    if (json.has("contentHash") && !text("contentHash").equals(contentHash())) {
      differences.add("contentHash: it is not that of the files listed");
    }
    return differences;
  }

  void write() throws IOException {
    Files.writeString(
        folder.resolve(Card.FILE),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  /** The card as a person reads it. */
  @Override
  public String toString() {
    List<String> authors =
        StreamSupport.stream(json.path("authors").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    List<String> known =
        StreamSupport.stream(json.path("variables").spliterator(), false)
            .map(v -> "%s [%s]".formatted(v.path("name").asString(), v.path("unit").asString("")))
            .toList();
    return String.join(
        "\n",
        "%s: %s".formatted(text("name"), text("title")),
        "  " + text("description"),
        "  frames    %d%s of %dx%d, %s channels, at %s fps"
            .formatted(
                json.path("frames").asInt(),
                inClips(),
                json.path("width").asInt(),
                json.path("height").asInt(),
                json.path("channels").asInt(),
                Numbers.show(json.path("fps").asDouble())),
        "  scale     "
            + (json.path("pixelsPerMetre").isNumber()
                ? Numbers.show(json.path("pixelsPerMetre").asDouble()) + " pixels a metre"
                : "not known"),
        "  known     " + (known.isEmpty() ? "nothing but the scale" : String.join(", ", known)),
        "  split     " + splits(),
        "  licence   " + text("licence"),
        "  source    "
            + json.path("source").path("url").asString("")
            + ", "
            + json.path("source").path("reference").asString(""),
        "  authors   " + String.join(", ", authors),
        "  made by   " + text("madeBy"),
        "  content   sha256 " + contentHash());
  }

  /** " in 12 clips", or nothing for one. */
  String inClips() {
    return json.has(CLIPS) ? " in %d clips".formatted(json.path(CLIPS).asInt()) : "";
  }

  /** The part that the clip is in, or how many clips are in each. */
  private String splits() {
    if (!json.has(CLIPS)) {
      return name(Split.of(text("name")));
    }
    Map<String, Integer> counts = new TreeMap<>();
    json.path("splits")
        .properties()
        .forEach(e -> counts.merge(e.getValue().asString(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String name(Split split) {
    return split.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What is measured from the clips, one at a time; frames are counted over all of them. */
  private ObjectNode schema(Archive clips) throws IOException {
    Clip first = clips.read(0, Reading.all());
    long frames = first.frames();
    for (int i = 1; i < clips.size(); i++) {
      Clip clip = clips.read(i, Reading.all());
      SameKind.check(first, clip);
      frames += clip.frames();
    }
    ObjectNode schema = schema(first, frames);
    if (clips.size() > 1) {
      schema.put(CLIPS, clips.size());
    }
    return schema;
  }

  private ObjectNode schema(Clip clip, long frames) {
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.put("frames", frames);
    schema.put("fps", clip.fps());
    schema.put("height", clip.height());
    schema.put("width", clip.width());
    schema.put("channels", clip.channels());
    if (!Double.isNaN(clip.pixelsPerMetre())) {
      schema.put("pixelsPerMetre", clip.pixelsPerMetre());
    }
    ArrayNode variables = schema.putArray("variables");
    for (Variable variable : clip.variables().values()) {
      ObjectNode one = written(variable.name());
      one.put("name", variable.name());
      one.put("unit", variable.unit());
      ArrayNode components = one.putArray("components");
      variable.components().forEach(components::add);
      variables.add(one);
    }
    return schema;
  }

  /** What people wrote of a variable, such as its meaning. */
  private ObjectNode written(String name) {
    for (JsonNode one : json.path("variables")) {
      if (one.path("name").asString("").equals(name)) {
        return (ObjectNode) one.deepCopy();
      }
    }
    return new ObjectMapper().createObjectNode();
  }

  private Map<String, String> hashes() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!NOT_CONTENT.contains(name)) {
          hashes.put(name, Sha256.of(file));
        }
      }
    }
    return hashes;
  }
}
