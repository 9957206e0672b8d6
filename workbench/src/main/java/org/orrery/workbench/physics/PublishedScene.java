package org.orrery.workbench.physics;

import java.util.List;
import java.util.SplittableRandom;
import org.orrery.workbench.worlds.Motion;
import org.orrery.workbench.worlds.Parameter;
import org.orrery.workbench.worlds.Scene;
import org.orrery.workbench.worlds.Shot;
import org.orrery.workbench.worlds.Truth;
import org.orrery.workbench.worlds.Values;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

/**
 * Phyworld's uniform motion as it is drawn there: a red ball with a soft rim on white, from left to
 * right through a world of 10 m, 32 frames of 256 pixels at 0.1 s (Kang et al. 2024 and the
 * released generator).
 *
 * <p>The first and the last pixel lie on the world's walls, so that a metre is 25.5 pixels and the
 * frame shows 256 / 255 of 10 m. Redness is (1 - d^2 / r^2) / 0.03, cut to 0 and 1, at distance d
 * from the centre. A ball begins where it stays in the picture for 24 frames, or else within 0.5 m
 * of the wall, and keeps 0.5 m away from ceiling and floor; it is looked at after its first step of
 * 0.01 s.
 */
final class PublishedScene implements Motion {
  private static final double WORLD = 10;
  private static final int PIXELS = 256;
  private static final double METRE = (PIXELS - 1) / WORLD;
  private static final double HALF_PIXEL = 0.5 / METRE;
  private static final double STEP = 0.01;
  private static final double STAY = 2.4;
  private static final double MARGIN = 0.5;
  private static final double SOFT = 0.03;

  private final double speed;
  private final double radius;
  private final double y;
  private double x;

  private PublishedScene(Values values, SplittableRandom random) {
    speed = values.get("speed");
    radius = values.get("radius");
    double last = WORLD - STAY * speed - radius;
    double free = last < radius ? MARGIN : last - radius;
    double begin = radius + random.nextDouble() * free;
    x = begin + speed * STEP;
    y = radius + MARGIN + random.nextDouble() * (WORLD - 2 * (radius + MARGIN));
  }

  static World world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("speed", "m/s", 1, 4).within(0, 100),
            Parameter.of("radius", "m", 0.7, 1.4).within(0.05, 2.4));
    Shot shot = new Shot(32, PIXELS, 10, PIXELS / METRE, 3);
    return Worlds.of("phyworld-uniform-motion", parameters, shot, PublishedScene::new);
  }

  @Override
  public void advance(double seconds) {
    x += speed * seconds;
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(this::colour, 1);
  }

  @Override
  public void record(Truth truth) {
    truth.point("position", "m", x + HALF_PIXEL, y + HALF_PIXEL).point("velocity", "m/s", speed, 0);
  }

  /** A place in the frame begins half a pixel before the wall. */
  private void colour(double placeX, double placeY, double[] rgb) {
    double dx = placeX - HALF_PIXEL - x;
    double dy = placeY - HALF_PIXEL - y;
    double red = (1 - (dx * dx + dy * dy) / (radius * radius)) / SOFT;
    double white = 1 - Math.max(0, Math.min(1, red));
    rgb[0] = 1;
    rgb[1] = white;
    rgb[2] = white;
  }
}
