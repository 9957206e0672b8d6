package org.orrery.workbench.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as JSON. Cards of before {@code making} and {@code weights} read as if those were empty.
 */
final class CardFile {
  private static final long LARGEST = 4 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private CardFile() {}

  static Card read(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new CheckpointException(
            "%s is not a checkpoint's card: it has %,d bytes, and a card has at most %,d"
                .formatted(file, size, LARGEST));
      }
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      if (tree instanceof ObjectNode card && !card.has("making") && !card.has("weights")) {
        card.set("making", JSON.valueToTree(Making.unknown()));
        card.put("weights", "");
      }
      Card card = JSON.treeToValue(tree, Card.class);
      if (card == null) {
        throw new CheckpointException("%s is not a checkpoint's card: it is empty".formatted(file));
      }
      return card;
    } catch (JacksonException e) {
      throw new CheckpointException(
          "%s is not a checkpoint's card: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new CheckpointException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  static void write(Path file, Card card) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(card) + "\n");
  }
}
