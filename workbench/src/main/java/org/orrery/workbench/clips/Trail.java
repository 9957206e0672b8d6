package org.orrery.workbench.clips;

import java.util.Arrays;
import java.util.List;

/**
 * One point of a thing, followed through a clip: at most one sighting a frame, in the order of the
 * frames.
 *
 * <pre>{@code
 * Trail trail = Tracking.follow(clip).mark(12, 379, 252).run();
 * trail.position();                                          // metres, NaN where it was not seen
 * trail.sightings().get(0).turn();                           // radians
 * }</pre>
 *
 * @param clip the clip it was followed in
 * @param sightings where it was seen
 */
public record Trail(Clip clip, List<Sighting> sightings) {

  /** Copies the list. */
  public Trail {
    sightings = List.copyOf(sightings);
  }

  /** The number of frames in which it was seen. */
  public int size() {
    return sightings.size();
  }

  /** The place at every frame, shape [time][x, y] in pixels, NaN where it was not seen. */
  public float[][] pixels() {
    float[][] places = new float[clip.frames()][2];
    for (float[] place : places) {
      Arrays.fill(place, Float.NaN);
    }
    for (Sighting sighting : sightings) {
      places[sighting.frame()] = new float[] {(float) sighting.x(), (float) sighting.y()};
    }
    return places;
  }

  /** The place as a variable of the clip: in metres if its scale is known, else in pixels. */
  public Variable position() {
    return Track.position(clip, pixels());
  }

  @Override
  public String toString() {
    return "a point seen in %d of %d frames of clip %s".formatted(size(), clip.frames(), clip.id());
  }
}
