package org.orrery.workbench.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orrery.workbench.clips.Clip;

/** One clip as it was imagined unsteered and steered, the given frames before. */
final class SteeringPicture {
  private SteeringPicture() {}

  /** Of the first clip that could be measured under every change, or of the first. */
  static Map<String, Clip> of(
      Starts starts, FlightFit[] before, FlightFit[][] after, Map<String, Decoded> painted) {
    Predicate<FlightFit> known = fit -> !Double.isNaN(fit.gravity());
    int chosen =
        IntStream.range(0, before.length)
            .filter(c -> known.test(before[c]))
            .filter(c -> Stream.of(after).allMatch(fits -> known.test(fits[c])))
            .findFirst()
            .orElse(0);
    Map<String, Clip> clips = new LinkedHashMap<>();
    painted.forEach(
        (title, decoded) ->
            clips.put(title, clip(starts, chosen, decoded.clips().get(chosen), decoded.side())));
    return clips;
  }

  private static Clip clip(Starts starts, int c, List<byte[]> frames, int side) {
    Clip truth = starts.clips().get(c).grey().resize(side, side);
    int last = starts.last().get(c);
    int first = last - (int) starts.given().size(1);
    Clip.Builder clip =
        Clip.builder(truth.id(), 1, side, side)
            .fps(truth.fps())
            .pixelsPerMetre(truth.pixelsPerMetre());
    for (int t = first; t <= last; t++) {
      clip.frame(truth.frame(t));
    }
    frames.forEach(clip::frame);
    return clip.build();
  }
}
