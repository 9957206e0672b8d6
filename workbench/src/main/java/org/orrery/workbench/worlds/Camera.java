package org.orrery.workbench.worlds;

/**
 * What a world is seen through, so that nobody can read the physics off single pixels.
 *
 * <pre>{@code
 * World harder = Worlds.parabola().through(Camera.still().moving(0.1).noise(8).blur(0.7));
 * }</pre>
 *
 * The motion of a clip stays the same; where the camera looks, what hides the view and how the
 * light changes is drawn for each clip and told in the variables {@code camera} (m, how far the
 * frame's corner has moved), {@code occluder} (m from the frame's left side) and {@code light} (the
 * gain). A place in metres minus {@code camera}, times the scale, is a place in the frame.
 *
 * @param moving how far the camera sways, as a share of the frame
 * @param occluder width of an upright bar in front of the lens, as a share of the frame
 * @param lighting how much the light changes with time and across the frame, as a share of it
 * @param blur standard deviation of the blur in pixels
 * @param noise standard deviation of the noise of each pixel and channel, in levels of 255
 */
public record Camera(double moving, double occluder, double lighting, double blur, double noise) {

  /** Refuses effects that hide everything. */
  public Camera {
    require("moving", "0 to 0.5 of the frame", moving, 0.5);
    require("an occluder", "0 to 0.5 of the frame", occluder, 0.5);
    require("lighting", "0 to 0.9", lighting, 0.9);
    require("blur", "0 to 16 pixels", blur, 16);
    require("noise", "0 to 128 levels", noise, 128);
  }

  /** A still camera without effects. */
  public static Camera still() {
    return new Camera(0, 0, 0, 0, 0);
  }

  /** The same camera, swaying by a share of the frame. */
  public Camera moving(double share) {
    return new Camera(share, occluder, lighting, blur, noise);
  }

  /** The same camera behind an upright bar that covers a share of the frame. */
  public Camera occluder(double share) {
    return new Camera(moving, share, lighting, blur, noise);
  }

  /** The same camera under light that changes with time and across the frame. */
  public Camera lighting(double share) {
    return new Camera(moving, occluder, share, blur, noise);
  }

  /** The same camera out of focus, in pixels. */
  public Camera blur(double pixels) {
    return new Camera(moving, occluder, lighting, pixels, noise);
  }

  /** The same camera with noise, in levels of 255. */
  public Camera noise(double levels) {
    return new Camera(moving, occluder, lighting, blur, levels);
  }

  private static void require(String what, String expected, double received, double most) {
    if (!(received >= 0 && received <= most)) {
      throw new IllegalArgumentException(
          "%s of a camera needs %s; received %s".formatted(what, expected, received));
    }
  }
}
