package org.orrery.workbench.clips;

import static java.util.stream.Collectors.counting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
          "jpeg", "image/jpeg",
          "tif", "image/tiff",
          "trz", "application/zip",
          "mp4", "video/mp4",
          "webm", "video/webm",
          "h5", "application/x-hdf5",
          "npz", "application/zip",
          "parquet", "application/vnd.apache.parquet");

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
    endings(card).forEach(ending -> files.add(fileSet(mapper, card, ending)));
    records(root.putArray("recordSet").addObject(), card);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode file(ObjectMapper mapper, String name, String hash) {
    ObjectNode file = mapper.createObjectNode();
    file.put("@type", "cr:FileObject");
    file.put("@id", name);
    file.put("name", name);
    file.put("contentUrl", name);
    file.put("encodingFormat", type(Places.ending(name)));
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
        "%d frames%s at %s a second"
            .formatted(
                card.json().path("frames").asInt(),
                card.inClips(),
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
    List<String> endings = endings(card);
    if (endings.isEmpty()) {
      source.putObject("fileObject").put("@id", card.text("clip"));
    } else {
      source.putObject("fileSet").put("@id", fileSet(card, endings.get(0)));
    }
    source.putObject("extract").put("fileProperty", "content");
  }

  /** The files of the clip's folder that end alike, as Croissant's set of files of one format. */
  private static ObjectNode fileSet(ObjectMapper mapper, DatasetCard card, String ending) {
    String folder = card.text("clip");
    List<String> files = inside(card).filter(n -> Places.ending(n).equals(ending)).toList();
    boolean flat = files.stream().allMatch(n -> n.lastIndexOf('/') == folder.length());
    ObjectNode set = mapper.createObjectNode();
    set.put("@type", "cr:FileSet");
    set.put("@id", fileSet(card, ending));
    set.put("name", fileSet(card, ending));
    set.put("description", "%d files".formatted(files.size()));
    set.put("encodingFormat", type(ending));
    set.put("includes", folder + (flat ? "/*." : "/**/*.") + ending);
    return set;
  }

  private static String fileSet(DatasetCard card, String ending) {
    return "%s (%s)".formatted(card.text("clip"), ending);
  }

  /** The endings of the files in the clip's folder, that of most of them first. */
  private static List<String> endings(DatasetCard card) {
    Map<String, Long> counts =
        inside(card).collect(Collectors.groupingBy(Places::ending, TreeMap::new, counting()));
    return counts.keySet().stream()
        .sorted(Comparator.comparing(ending -> -counts.get(ending)))
        .toList();
  }

  private static String type(String ending) {
    return TYPES.getOrDefault(ending, "text/plain");
  }

  /** The files in the clip's folder; none where the clip is a file of its own. */
  private static Stream<String> inside(DatasetCard card) {
    return card.files().keySet().stream().filter(n -> n.startsWith(card.text("clip") + "/"));
  }
}
