package org.orrery.workbench.worlds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSource;

/**
 * A simulated world: its clips carry the truth of every physical variable at every frame.
 *
 * <pre>{@code
 * World world = Worlds.building().set("wind", 5, 25);
 * ClipSet clips = Clips.of(world, 1000).seed(7);
 * Clip storm = world.change("wind", w -> 2 * w).generate(7, 3);   // clip 3 with twice the wind
 * }</pre>
 *
 * A world of one's own needs {@link #name}, {@link #parameters}, {@link #shot} and {@link #start},
 * or is made by {@link Worlds#of}.
 */
public interface World extends ClipSource {

  /** A short name such as {@code bouncing-ball}; ids of clips begin with it. */
  String name();

  /** The physical parameters and their ranges, in the order in which a clip draws them. */
  List<Parameter> parameters();

  /**
   * The parameter of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  default Parameter parameter(String name) {
    return parameters().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no parameter \"%s\"; it has %s"
                        .formatted(
                            name(), name, parameters().stream().map(Parameter::name).toList())));
  }

  /** How it is filmed. */
  Shot shot();

  /** The beginning of a clip with these values; what else is by chance is drawn from random. */
  Motion start(Values values, SplittableRandom random);

  /** The values of a clip's parameters, each drawn from its range. */
  default Values draw(SplittableRandom random) {
    Map<String, Double> values = new LinkedHashMap<>();
    parameters().forEach(parameter -> values.put(parameter.name(), parameter.draw(random)));
    return new Values(values);
  }

  /** The values that the parameters have in clip {@code index} of {@code seed}. */
  default Values values(long seed, int index) {
    return draw(Seeds.random(seed, index));
  }

  /**
   * The same clips with one physical value changed in each, everything else drawn as before: clip i
   * of this world and clip i of that one are a matched counterfactual, under the same id.
   */
  default World change(String parameter, DoubleUnaryOperator change) {
    return new ChangedWorld(this, parameter, change);
  }

  /** The clips whose values fulfil a condition; others are drawn again. */
  default World where(Predicate<Values> condition) {
    return new ConditionalWorld(this, condition);
  }

  /** The same clips through a camera that moves, is hidden from, blurs or is noisy. */
  default World through(Camera camera) {
    return new CameraWorld(this, camera);
  }

  /** What it is seen through; a still camera without effects unless told. */
  default Camera camera() {
    return Camera.still();
  }

  /** The number of frames in each clip. */
  default int frames() {
    return shot().frames();
  }

  /** The height and width of a frame in pixels. */
  default int size() {
    return shot().size();
  }

  @Override
  default Clip generate(long seed, int index) {
    return Filming.clip(this, seed, index, Supplier::get);
  }

  /**
   * Another take of clip {@code index}: the same motion under other noise, sway and light of the
   * camera; take 0 is the clip itself. A camera without effects takes the same frames each time.
   */
  default Clip take(long seed, int index, int take) {
    return Filming.take(this, seed, index, take);
  }

  @Override
  default String id(long seed, int index) {
    return "%s-%d-%d".formatted(name(), seed, index);
  }

  @Override
  default String describe() {
    String ranges =
        parameters().stream().map(Parameter::toString).collect(Collectors.joining(", "));
    return "%s: %s; %s".formatted(name(), ranges.isEmpty() ? "no parameters" : ranges, shot());
  }
}
