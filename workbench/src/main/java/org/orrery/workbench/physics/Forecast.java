package org.orrery.workbench.physics;

import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.WorldModel;

/**
 * Anything that says how a clip goes on: a world model, a video generator, a program.
 *
 * <pre>{@code
 * Forecast theirs = (clip, given, steps) -> Clips.read("theirs/" + clip.id() + ".mp4");
 * RulesReport report = Physics.rules("theirs", theirs, held, 40, 7);
 * }</pre>
 */
@FunctionalInterface
public interface Forecast {

  /**
   * The {@code steps} frames after the first {@code given} ones of a clip, and no given one; of the
   * clip's rate, in any size that shows the same. The clip's later frames are not to be looked at.
   */
  Clip after(Clip clip, int given, int steps);

  /** What a model imagines. */
  static Forecast of(WorldModel model) {
    return (clip, given, steps) ->
        model.imagine(clip).given(given).frames(steps).imagined().slice(given, given + steps);
  }

  /** The last given frame, again and again. */
  static Forecast copyLast() {
    return (clip, given, steps) -> {
      Clip.Builder still =
          Clip.builder(clip.id() + "-copied", clip.channels(), clip.height(), clip.width())
              .fps(clip.fps())
              .pixelsPerMetre(clip.pixelsPerMetre());
      for (int t = 0; t < steps; t++) {
        still.frame(clip.frame(given - 1));
      }
      return still.build();
    };
  }
}
