package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The files of one sample of a WebDataset. */
record TarSample(String key, List<TarPart> parts) {
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  void add(TarPart part) {
    parts.add(part);
  }

  boolean isClip() {
    return video().isPresent() || array().isPresent() || pictures().size() > 1;
  }

  Clip read(Reading reading) throws IOException {
    JsonNode notes = notes();
    Reading told =
        reading.rate().isEmpty() && notes.path("fps").isNumber()
            ? reading.fps(notes.path("fps").asDouble())
            : reading;
    Clip clip = frames(told);
    return notes.isObject() ? JsonVariables.add(clip, notes, told) : clip;
  }

  private Clip frames(Reading reading) throws IOException {
    if (video().isPresent()) {
      TarPart part = video().get();
      return inPart(part, () -> VideoFile.read(place(part), key, reading));
    }
    if (array().isPresent()) {
      TarPart part = array().get();
      return inPart(
          part,
          () -> {
            Rows rows = NumpyRows.of(part.field(), part.size(), part::bytes);
            return ArrayClips.of(key, List.of(rows), ArrayNotes.none()).read(0, reading);
          });
    }
    if (reading.rate().isEmpty()) {
      throw new IOException(
          "pictures do not say how many frames a second they are: add Reading.all().fps(..), or \"fps\" to %s.json"
              .formatted(key));
    }
    List<TarPart> pictures = pictures();
    Intake intake = new Intake(key, reading, Double.NaN).outOf(pictures.size());
    for (int t = 0; t < pictures.size() && !intake.full(t); t++) {
      if (intake.wants(t)) {
        TarPart part = pictures.get(t);
        try {
          intake.add(t, Picture.decode(part.bytes()));
        } catch (IOException e) {
          throw new IOException("frame %d, %s: %s".formatted(t, part.name(), e.getMessage()), e);
        }
      }
    }
    return intake.finish(pictures.size()).build();
  }

  private static VideoPlace place(TarPart part) {
    return new VideoPlace(part.tar(), part.start(), part.size());
  }

  private static Clip inPart(TarPart part, Step step) throws IOException {
    try {
      return step.read();
    } catch (IOException e) {
      throw new IOException("%s: %s".formatted(part.name(), e.getMessage()), e);
    }
  }

  private JsonNode notes() throws IOException {
    for (TarPart part : parts) {
      if (part.field().equals("json")) {
        try {
          return new ObjectMapper().readTree(new String(part.bytes(), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
          throw new IOException(
              "%s is not JSON: %s".formatted(part.name(), e.getOriginalMessage()), e);
        }
      }
    }
    return new ObjectMapper().createObjectNode();
  }

  private Optional<TarPart> video() {
    return parts.stream()
        .filter(part -> VideoFile.knows(part.field()) && !PICTURES.contains(ending(part)))
        .findFirst();
  }

  private Optional<TarPart> array() {
    return parts.stream().filter(part -> ending(part).equals("npy")).findFirst();
  }

  private List<TarPart> pictures() {
    return parts.stream()
        .filter(part -> PICTURES.contains(ending(part)))
        .sorted((a, b) -> NaturalOrder.compare(a.field(), b.field()))
        .toList();
  }

  private static String ending(TarPart part) {
    return Places.ending(part.field());
  }

  @FunctionalInterface
  private interface Step {
    Clip read() throws IOException;
  }
}
