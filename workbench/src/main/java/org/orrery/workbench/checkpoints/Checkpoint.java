package org.orrery.workbench.checkpoints;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.files.Aside;
import org.orrery.workbench.files.Home;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with {@code model.safetensors} and {@code card.json}.
 *
 * <pre>{@code
 * Checkpoint checkpoint = Checkpoint.read(Checkpoint.find("checkpoints/jepa-tiny"));
 * Parameters parameters = checkpoint.matching(expected);    // or an error that lists every difference
 * }</pre>
 *
 * @param folder where it was read
 * @param card what it is
 * @param tensors its weights by name
 */
public record Checkpoint(Path folder, Card card, Map<String, INDArray> tensors) {
  private static final String WEIGHTS = "model.safetensors";
  private static final String CARD = "card.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** The checkpoint's folder, beside the notebook or at Orrery's home. */
  public static Path find(String path) {
    return Home.find(Path.of(path));
  }

  /** Reads a folder. */
  public static Checkpoint read(Path folder) {
    Path file = folder.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(
          "%s is no checkpoint: a checkpoint is a folder with %s and %s, and %s is missing; name such a folder, or make one with model.save(...)"
              .formatted(folder, CARD, WEIGHTS, CARD));
    }
    try {
      Card card = JSON.readValue(file, Card.class);
      return new Checkpoint(folder, card, Safetensors.read(folder.resolve(WEIGHTS)));
    } catch (JacksonException e) {
      throw new CheckpointException(
          "%s is not a checkpoint's card: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  /** Writes a folder; an existing one is replaced whole or not at all. */
  public static void write(Path folder, Card card, Parameters parameters) {
    Aside.folder(
        folder,
        aside -> {
          Map<String, INDArray> tensors = new LinkedHashMap<>();
          parameters.all().forEach(p -> tensors.put(p.name(), p.value()));
          Safetensors.write(aside.resolve(WEIGHTS), tensors);
          Files.writeString(aside.resolve(CARD), JSON.writeValueAsString(card) + "\n");
        });
  }

  /**
   * The tensors as the parameters a model expects. Nothing is loaded in part: a missing, unexpected
   * or wrongly shaped tensor is an error that lists all of them.
   */
  public Parameters matching(Parameters expected) {
    List<String> wrong = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    Map<String, INDArray> unexpected = new LinkedHashMap<>(tensors);
    for (Parameter parameter : expected.all()) {
      INDArray tensor = unexpected.remove(parameter.name());
      String shape = Arrays.toString(parameter.value().shape());
      if (tensor == null) {
        wrong.add("missing %s %s".formatted(parameter.name(), shape));
      } else if (!Arrays.equals(tensor.shape(), parameter.value().shape())) {
        wrong.add(
            "%s: expected shape %s, came %s"
                .formatted(parameter.name(), shape, Arrays.toString(tensor.shape())));
      } else {
        parameters.add(new Parameter(parameter.name(), tensor, parameter.trainable()));
      }
    }
    unexpected.forEach(
        (name, tensor) ->
            wrong.add("unexpected %s %s".formatted(name, Arrays.toString(tensor.shape()))));
    if (!wrong.isEmpty()) {
      throw new CheckpointException(
          "%s does not hold the %s its card describes: %s. Nothing was loaded; mend the card's config or take the checkpoint that belongs to it"
              .formatted(folder.resolve(WEIGHTS), card.kind(), String.join("; ", wrong)));
    }
    return Parameters.of(parameters);
  }
}
