package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** Takes the pictures of one clip through its camera. */
final class Photographer {
  /** Effects draw from a stream of their own: the motion is that of the clip without them. */
  private static final long OWN_STREAM = 0x5ca1ab1e0ddba11L;

  private static final int BAR = 0x3a4048;

  private final Camera camera;
  private final Shot shot;
  private final Painter painter;
  private final Blur blur;
  private final SplittableRandom grain;
  private final double[] phases = new double[5];
  private final double barLeft;

  Photographer(Camera camera, Shot shot, long seed, int index) {
    this.camera = camera;
    this.shot = shot;
    this.painter = new Painter(shot);
    this.blur = camera.blur() > 0 ? new Blur(camera.blur(), shot) : null;
    SplittableRandom random = Seeds.random(seed ^ OWN_STREAM, index);
    for (int i = 0; i < phases.length; i++) {
      phases[i] = 2 * Math.PI * random.nextDouble();
    }
    barLeft = (0.15 + (0.7 - camera.occluder()) * random.nextDouble()) * shot.metres();
    grain = random;
  }

  /** The picture of a scene at frame {@code t}; tells what the camera does. */
  byte[] take(Scene scene, int t, Truth truth) {
    double seconds = t / shot.fps();
    double lookX = sway(seconds, 1.9, phases[0]);
    double lookY = sway(seconds, 1.3, phases[1]);
    painter.lookAt(lookX, lookY);
    double[] light = painter.paint(scene);
    if (camera.moving() > 0) {
      truth.point("camera", "m", lookX, lookY);
    }
    if (camera.occluder() > 0) {
      double right = barLeft + camera.occluder() * shot.metres();
      painter.lookAt(0, 0);
      new Scene()
          .box("", barLeft, -1, right, shot.metres() + 1, BAR)
          .shapes()
          .forEach(painter::paint);
      truth.vector("occluder", "m", List.of("left", "right"), barLeft, right);
    }
    if (blur != null) {
      blur.apply(light);
    }
    if (camera.lighting() > 0) {
      truth.scalar("light", "", lit(light, seconds));
    }
    if (camera.noise() > 0) {
      addNoise(light);
    }
    return Painter.bytes(light);
  }

  private double sway(double seconds, double rate, double phase) {
    if (camera.moving() == 0) {
      return 0;
    }
    double reach = camera.moving() * shot.metres();
    return reach * (StrictMath.sin(rate * seconds + phase) - StrictMath.sin(phase));
  }

  /** Dims by a gain that sways and falls off to one side; returns the gain at the centre. */
  private double lit(double[] light, double seconds) {
    double amount = camera.lighting();
    double gain = 1 - amount * (0.5 + 0.5 * StrictMath.sin(2.3 * seconds + phases[2])) / 2;
    double across = amount / 2 * StrictMath.cos(phases[3]);
    double down = amount / 2 * StrictMath.sin(phases[3]);
    int size = shot.size();
    for (int i = 0; i < light.length; i++) {
      int row = i / size % size;
      double x = (i % size + 0.5) / size - 0.5;
      double y = (row + 0.5) / size - 0.5;
      light[i] *= gain * (1 + across * x + down * y);
    }
    return gain;
  }

  /** A sum of four uniform numbers, which is nearly a normal one, times the deviation. */
  private void addNoise(double[] light) {
    double scale = camera.noise() / 255 * Math.sqrt(3);
    for (int i = 0; i < light.length; i++) {
      double sum =
          grain.nextDouble() + grain.nextDouble() + grain.nextDouble() + grain.nextDouble();
      light[i] += scale * (sum - 2);
    }
  }
}
