package org.orrery.workbench.checkpoints;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/**
 * Weights that came from elsewhere: a safetensors file, or a state dict of PyTorch.
 *
 * <pre>{@code
 * StateDict theirs = StateDict.read(Path.of("weights.pt"));
 * Parameters ours = theirs.renamed(map).matching(expected);              // or every difference in one error
 * Safetensors.write(Path.of("ours.safetensors"), theirs.tensors());
 * }</pre>
 *
 * <p>Of a pickle only tensors are read and nothing in it is run: an unknown name of Python is
 * refused with its place. Float64, float32, float16, bfloat16 and int64 are read.
 *
 * @param file where they were read
 * @param tensors by name, in the file's order
 */
public record StateDict(Path file, Map<String, INDArray> tensors) {

  /**
   * Reads a safetensors file, or a file of {@code torch.save(model.state_dict(), file)}; which of
   * them it is, is seen from its first bytes.
   *
   * @throws CheckpointException when it is neither, or damaged, or holds what is never read
   */
  public static StateDict read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(
          file + " is missing: expected safetensors or a state dict of torch.save");
    }
    return isZip(file) ? read(file, "") : new StateDict(file, Safetensors.read(file));
  }

  /**
   * Reads the state dict that lies at a key of a larger PyTorch checkpoint, {@code "model"} say.
   */
  public static StateDict read(Path file, String key) {
    return new StateDict(file, TorchFile.read(file, key));
  }

  /** The same tensors under the names a map gives them. */
  public StateDict renamed(NameMap map) {
    return new StateDict(file, map.apply(file, tensors));
  }

  /**
   * The tensors as the float32 parameters a model expects. Nothing is loaded in part: a missing,
   * unexpected or wrongly shaped tensor is an error that lists all of them.
   */
  public Parameters matching(Parameters expected) {
    return Matching.of(
        tensors,
        expected,
        file + " does not hold what the model expects",
        "give a NameMap that says which tensor is which, or the config these weights belong to");
  }

  /**
   * The same for a model with parts that are not expected here: they stay as they are, and all else
   * is matched as strictly.
   *
   * @param own parts of the model, by the first words of their parameters' names, {@code decoder};
   *     one that the model does not have is refused
   */
  public Parameters matching(Parameters model, List<String> own) {
    for (String part : own) {
      if (model.all().stream().noneMatch(p -> p.name().startsWith(part + "."))) {
        throw new CheckpointException(
            "no parameter of the model belongs to the part \"%s\"; there are %s"
                .formatted(part, parts(model)));
      }
    }
    return laidOver(model, name -> own.stream().noneMatch(part -> name.startsWith(part + ".")));
  }

  /**
   * The parameters of a model with those whose names match a regular expression taken from here,
   * strictly as in {@link #matching}, and all others as they were: an encoder of someone else's
   * under a fresh predictor, say.
   *
   * @param regex of whole names, {@code "encoder\\..*"}; one that matches nothing is refused
   */
  public Parameters into(Parameters model, String regex) {
    Predicate<String> chosen = Pattern.compile(regex).asMatchPredicate();
    if (model.all().stream().noneMatch(p -> chosen.test(p.name()))) {
      throw new CheckpointException(
          "no parameter of the model is named %s; there are %s"
              .formatted(regex, model.all().stream().map(Parameter::name).toList()));
    }
    Map<String, INDArray> theirs = new LinkedHashMap<>(tensors);
    theirs.keySet().removeIf(chosen.negate());
    return new StateDict(file, theirs).laidOver(model, chosen);
  }

  private static List<String> parts(Parameters model) {
    return model.all().stream().map(p -> p.name().split("\\.")[0]).distinct().toList();
  }

  /** The chosen parameters from here, strictly, the others as they are in the model. */
  private Parameters laidOver(Parameters model, Predicate<String> chosen) {
    Parameters taken =
        matching(Parameters.of(model.all().stream().filter(p -> chosen.test(p.name())).toList()));
    return Parameters.of(
        model.all().stream()
            .map(
                p ->
                    chosen.test(p.name())
                        ? new Parameter(p.name(), taken.get(p.name()), p.trainable())
                        : p)
            .toList());
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(4);
      return first.length == 4
          && first[0] == 'P'
          && first[1] == 'K'
          && first[2] == 3
          && first[3] == 4;
    } catch (IOException e) {
      throw new CheckpointException("cannot read %s: %s".formatted(file, e), e);
    }
  }
}
