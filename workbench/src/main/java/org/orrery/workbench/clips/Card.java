package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a dataset's {@code card.json} says about its clip, or its clips.
 *
 * @param name the clip's id; of several, what their ids start with
 * @param clip the file or folder that holds them, beside the card
 * @param fps frames a second, or NaN
 * @param pixelsPerMetre the scale, or NaN
 * @param channels 1 if the frames are grey though their files have three channels
 * @param files the SHA-256 of every file, by its path beside the card
 */
record Card(
    String name,
    String clip,
    double fps,
    double pixelsPerMetre,
    int channels,
    Map<String, String> files) {
  static final String FILE = "card.json";

  static Card read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      Map<String, String> files = new LinkedHashMap<>();
      json.path("files").properties().forEach(e -> files.put(e.getKey(), e.getValue().asString()));
      return new Card(
          text(json, "name", file),
          text(json, "clip", file),
          json.path("fps").asDouble(Double.NaN),
          json.path("pixelsPerMetre").asDouble(Double.NaN),
          json.path("channels").asInt(3),
          files);
    } catch (JacksonException e) {
      throw new IOException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  /** Refuses files that are missing or differ from what the card says. */
  void verify(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = inside(folder, file.getKey());
      if (!Files.isRegularFile(path)) {
        throw new IOException("%s is missing, but the card lists it".formatted(path));
      }
      String found = Sha256.of(path);
      if (!found.equals(file.getValue())) {
        throw new IOException(
            "%s differs from the card: expected sha256 %s, received %s; restore the file, or mend the card if the change is meant"
                .formatted(path, file.getValue(), found));
      }
    }
  }

  /** The clip's file or folder. */
  Path clipIn(Path folder) throws IOException {
    return inside(folder, clip);
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw new IOException("the card names %s, which is outside its folder".formatted(name));
    }
    return path;
  }

  private static String text(JsonNode json, String field, Path file) throws IOException {
    JsonNode value = json.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw new IOException("%s has no text under \"%s\"; a card needs it".formatted(file, field));
    }
    return value.asString();
  }
}
