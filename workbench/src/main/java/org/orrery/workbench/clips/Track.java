package org.orrery.workbench.clips;

import java.util.Arrays;
import java.util.List;

/**
 * One thing followed through a clip: at most one blob a frame, in the order of the frames.
 *
 * <pre>{@code
 * Track car = Tracking.of(clip).run().longest();
 * double x = car.blobs().get(0).x();                       // pixels
 * Variable position = car.position(clip);                  // metres, NaN where it was not seen
 * }</pre>
 *
 * @param blobs where it was seen
 */
public record Track(List<Blob> blobs) {

  /** Copies the list; refuses an empty one. */
  public Track {
    blobs = List.copyOf(blobs);
    if (blobs.isEmpty()) {
      throw new IllegalArgumentException("a track needs at least one blob; received none");
    }
  }

  /** The number of frames in which it was seen. */
  public int size() {
    return blobs.size();
  }

  /** The first frame in which it was seen. */
  public int start() {
    return blobs.get(0).frame();
  }

  /** The last frame in which it was seen. */
  public int end() {
    return blobs.get(blobs.size() - 1).frame();
  }

  /**
   * The place at every frame of a clip, shape [time][x, y] in pixels, NaN where it was not seen.
   */
  public float[][] pixels(int frames) {
    float[][] places = new float[frames][2];
    for (float[] place : places) {
      Arrays.fill(place, Float.NaN);
    }
    for (Blob blob : blobs) {
      places[blob.frame()] = new float[] {(float) blob.x(), (float) blob.y()};
    }
    return places;
  }

  /** The place as a variable of the clip: in metres if its scale is known, else in pixels. */
  public Variable position(Clip clip) {
    return position(clip, pixels(clip.frames()));
  }

  static Variable position(Clip clip, float[][] places) {
    double scale = clip.pixelsPerMetre();
    if (!Double.isNaN(scale)) {
      for (float[] place : places) {
        place[0] = (float) (place[0] / scale);
        place[1] = (float) (place[1] / scale);
      }
    }
    return new Variable("position", Double.isNaN(scale) ? "px" : "m", List.of("x", "y"), places);
  }
}
