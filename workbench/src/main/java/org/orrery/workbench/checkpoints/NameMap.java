package org.orrery.workbench.checkpoints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which of someone's tensors is which of ours: rules of a regular expression and what takes its
 * place.
 *
 * <pre>{@code
 * NameMap map = NameMap.none()
 *     .rename("backbone\\.conv(\\d+)\\.(weight|bias)", "encoder.conv$1.$2")
 *     .join("attn\\.q\\.weight", "block0.qkv.weight", 0, 3)       // parts of one tensor of ours,
 *     .join("attn\\.k\\.weight", "block0.qkv.weight", 1, 3)       // laid along the first dimension
 *     .join("attn\\.v\\.weight", "block0.qkv.weight", 2, 3)
 *     .squeeze("pos", "predictor.position")                       // [1, n, d] to [n, d]
 *     .flatten("smooth\\.weight", "fc.weight")                     // [out, in, 1] to [out, in]
 *     .leaveOut(".*\\.num_batches_tracked");
 * }</pre>
 *
 * A rule holds for names it matches as a whole, and the first such rule decides. A name without a
 * rule stays as it is; whether the result is what a model expects, {@link StateDict#matching} says.
 */
public final class NameMap {
  private final List<Rule> rules;

  private enum Kind {
    RENAME,
    JOIN,
    SQUEEZE,
    FLATTEN,
    WIDEN,
    LEAVE_OUT
  }

  private record Rule(Kind kind, Pattern pattern, String replacement, int part, int of) {}

  private NameMap(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A map that changes nothing, to which rules are added. */
  public static NameMap none() {
    return new NameMap(List.of());
  }

  /** LeWM's published weights as this workbench's {@code lewm}. */
  public static NameMap lewm() {
    return LewmNames.map();
  }

  /** Another name for what matches; {@code $1} is the expression's first group. */
  public NameMap rename(String regex, String replacement) {
    return with(Kind.RENAME, regex, replacement, 0, 1);
  }

  /**
   * Part {@code part} of {@code of} of a tensor of ours, side by side along its first dimension.
   */
  public NameMap join(String regex, String replacement, int part, int of) {
    if (part < 0 || part >= of) {
      throw new IllegalArgumentException(
          "part %d of %d: parts are counted from 0".formatted(part, of));
    }
    return with(Kind.JOIN, regex, replacement, part, of);
  }

  /** Another name, without the first dimension, whose length must be 1. */
  public NameMap squeeze(String regex, String replacement) {
    return with(Kind.SQUEEZE, regex, replacement, 0, 1);
  }

  /**
   * Another name, all dimensions behind the first in one: a convolution that sees everything at
   * once is a linear layer.
   */
  public NameMap flatten(String regex, String replacement) {
    return with(Kind.FLATTEN, regex, replacement, 0, 1);
  }

  /**
   * Another name, with zeros behind the second dimension until it is {@code times} as long: a
   * convolution that is shown further channels and does not look at them.
   */
  public NameMap widen(String regex, String replacement, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times: expected 1 or more, came " + times);
    }
    return with(Kind.WIDEN, regex, replacement, 0, times);
  }

  /** No place for what matches. */
  public NameMap leaveOut(String regex) {
    return with(Kind.LEAVE_OUT, regex, "", 0, 1);
  }

  /** These rules, and then the other's. */
  public NameMap and(NameMap other) {
    List<Rule> both = new ArrayList<>(rules);
    both.addAll(other.rules);
    return new NameMap(both);
  }

  private NameMap with(Kind kind, String regex, String replacement, int part, int of) {
    List<Rule> longer = new ArrayList<>(rules);
    longer.add(new Rule(kind, Pattern.compile(regex), replacement, part, of));
    return new NameMap(longer);
  }

  Map<String, INDArray> apply(Path file, Map<String, INDArray> tensors) {
    Map<String, INDArray> result = new LinkedHashMap<>();
    Map<String, String> origin = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, INDArray>> parts = new LinkedHashMap<>();
    Map<String, Integer> wanted = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          Rule rule = ruleOf(name);
          if (rule.kind == Kind.LEAVE_OUT) {
            return;
          }
          Matcher matcher = rule.pattern.matcher(name);
          String ours = matcher.replaceFirst(rule.replacement);
          if (rule.kind == Kind.JOIN) {
            wanted.put(ours, rule.of);
            var known = parts.computeIfAbsent(ours, key -> new TreeMap<>());
            refuseTwice(file, known.put(rule.part, tensor), ours, name, "part " + rule.part);
          } else {
            refuseTwice(file, origin.put(ours, name), ours, name, "all");
            result.put(ours, shaped(file, rule, name, tensor));
          }
        });
    parts.forEach(
        (ours, found) -> {
          if (found.size() != wanted.get(ours)) {
            throw new CheckpointException(
                "%s: %s is joined from %d tensors, and only parts %s are there"
                    .formatted(file, ours, wanted.get(ours), found.keySet()));
          }
          refuseTwice(file, origin.get(ours), ours, "its parts", "all");
          result.put(ours, Nd4j.concat(0, found.values().toArray(INDArray[]::new)));
        });
    return result;
  }

  private Rule ruleOf(String name) {
    return rules.stream()
        .filter(rule -> rule.pattern.matcher(name).matches())
        .findFirst()
        .orElseGet(
            () -> new Rule(Kind.RENAME, Pattern.compile(Pattern.quote(name)), quoted(name), 0, 1));
  }

  private static String quoted(String name) {
    return Matcher.quoteReplacement(name);
  }

  private static INDArray shaped(Path file, Rule rule, String name, INDArray tensor) {
    long[] shape = tensor.shape();
    if (rule.kind == Kind.SQUEEZE) {
      if (shape.length < 2 || shape[0] != 1) {
        throw unfit(file, name, "[1, ...]", shape);
      }
      return tensor.reshape(java.util.Arrays.copyOfRange(shape, 1, shape.length));
    }
    if (rule.kind == Kind.FLATTEN) {
      if (shape.length < 2) {
        throw unfit(file, name, "of two dimensions or more", shape);
      }
      return tensor.reshape(shape[0], tensor.length() / shape[0]);
    }
    if (rule.kind == Kind.WIDEN && rule.of > 1) {
      if (shape.length < 2) {
        throw unfit(file, name, "of two dimensions or more", shape);
      }
      long[] more = shape.clone();
      more[1] = shape[1] * (rule.of - 1);
      return Nd4j.concat(1, tensor, Nd4j.zeros(tensor.dataType(), more));
    }
    return tensor;
  }

  private static CheckpointException unfit(Path file, String name, String expected, long[] shape) {
    return new CheckpointException(
        "%s: %s: expected a shape %s, came %s"
            .formatted(file, name, expected, java.util.Arrays.toString(shape)));
  }

  private static void refuseTwice(
      Path file, Object earlier, String ours, String name, String what) {
    if (earlier != null) {
      throw new CheckpointException(
          "%s: two tensors would be %s of %s; the second is %s: tell them apart in the map"
              .formatted(file, what, ours, name));
    }
  }
}
