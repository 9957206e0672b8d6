package org.orrery.workbench.clips;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dataset's card as Croissant 1.0 (MLCommons), the JSON-LD that dataset catalogues read. */
final class Croissant {
  static final String FILE = "croissant.json";

  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "trz", "application/zip",
          "mp4", "video/mp4",
          "webm", "video/webm",
          "h5", "application/x-hdf5",
          "npz", "application/zip");

  private Croissant() {}

  static String of(DatasetCard card) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ObjectNode context = root.putObject("@context");
    context.put("@language", "en");
    context.put("@vocab", "https://schema.org/");
    context.put("sc", "https://schema.org/");
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("conformsTo", "dct:conformsTo");
    for (String term :
        List.of(
            "recordSet",
            "field",
            "fileObject",
            "fileSet",
            "fileProperty",
            "extract",
            "source",
            "includes")) {
      context.put(term, "cr:" + term);
    }
    context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
    root.put("@type", "sc:Dataset");
    root.put("conformsTo", "http://mlcommons.org/croissant/1.0");
    root.put("name", card.text("name"));
    root.put("description", card.text("description"));
    root.put("license", card.text("licence"));
    root.put("url", card.json().path("source").path("url").asString(""));
    root.put("version", "1.0.0");
    ArrayNode creators = root.putArray("creator");
    for (JsonNode author : card.json().path("authors")) {
      creators.addObject().put("@type", "sc:Person").put("name", author.asString());
    }
    ArrayNode files = root.putArray("distribution");
    card.files().forEach((name, hash) -> files.add(file(mapper, name, hash)));
    records(root.putArray("recordSet").addObject(), card);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode file(ObjectMapper mapper, String name, String hash) {
    ObjectNode file = mapper.createObjectNode();
    file.put("@type", "cr:FileObject");
    file.put("@id", name);
    file.put("name", name);
    file.put("contentUrl", name);
    file.put("encodingFormat", TYPES.getOrDefault(Places.ending(name), "text/plain"));
    file.put("sha256", hash);
    return file;
  }

  /** One record a frame: the picture and what is known of it. */
  private static void records(ObjectNode records, DatasetCard card) {
    records.put("@type", "cr:RecordSet");
    records.put("@id", "frames");
    records.put("name", "frames");
    records.put(
        "description",
        "%d frames at %s a second"
            .formatted(
                card.json().path("frames").asInt(),
                Numbers.show(card.json().path("fps").asDouble())));
    ArrayNode fields = records.putArray("field");
    field(fields, card, "picture", "the frame", "sc:ImageObject");
    for (JsonNode variable : card.json().path("variables")) {
      for (JsonNode component : variable.path("components")) {
        String name = variable.path("name").asString();
        String of = component.asString().equals(name) ? name : name + "/" + component.asString();
        field(
            fields,
            card,
            of,
            "%s, in %s"
                .formatted(
                    variable.path("meaning").asString(name), variable.path("unit").asString("")),
            "sc:Float");
      }
    }
  }

  private static void field(
      ArrayNode fields, DatasetCard card, String name, String meaning, String type) {
    ObjectNode field = fields.addObject();
    field.put("@type", "cr:Field");
    field.put("@id", "frames/" + name);
    field.put("name", name);
    field.put("description", meaning);
    field.put("dataType", type);
    ObjectNode source = field.putObject("source");
    source.putObject("fileObject").put("@id", holder(card));
    source.putObject("extract").put("fileProperty", "content");
  }

  /** The file that holds the clip, or the first of its frames. */
  private static String holder(DatasetCard card) {
    String clip = card.text("clip");
    return Stream.concat(Stream.of(clip), card.files().keySet().stream())
        .filter(name -> card.files().containsKey(name))
        .filter(name -> name.equals(clip) || name.startsWith(clip + "/"))
        .findFirst()
        .orElse(clip);
  }
}
