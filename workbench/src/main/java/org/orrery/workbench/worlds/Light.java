package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A lamp that circles over a ball that rolls before a mirror and a block of glass. */
final class Light implements Motion {
  private static final List<String> SPACE = List.of("x", "y", "z");

  private final Studio studio;
  private final double lampHeight;
  private final double lampReach;
  private final double lampRate;
  private double lampAngle;
  private double ballSpeed;
  private double radius;

  private Light(Studio studio, Values values, SplittableRandom random) {
    this.studio = studio;
    lampHeight = values.get("lamp height");
    lampReach = values.get("lamp reach");
    lampRate = (random.nextBoolean() ? 1 : -1) * values.get("lamp rate");
    lampAngle = 2 * Math.PI * random.nextDouble();
    ballSpeed = (random.nextBoolean() ? 1 : -1) * values.get("ball speed");
    radius = values.get("ball radius");
    studio.radius = radius;
    studio.power = values.get("lamp power");
    studio.ball[0] = -0.6 + 0.5 * random.nextDouble() - 0.6 * ballSpeed;
    studio.ball[1] = studio.radius;
    studio.ball[2] = 0.2 + 0.8 * random.nextDouble();
    placeLamp();
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("lamp height", "m", 1.9, 2.6).within(1.7, 10),
            Parameter.of("lamp reach", "m", 0.6, 1.2).within(0, 3),
            Parameter.of("lamp rate", "rad/s", 1, 3).within(0, 100),
            Parameter.of("lamp power", "", 3, 5).within(0, 100),
            Parameter.of("ball radius", "m", 0.25, 0.4).within(0.05, 0.6),
            Parameter.of("ball speed", "m/s", 0, 0.8).within(0, 10),
            Parameter.of("refractive index", "", 1.3, 1.8).within(1, 3),
            Parameter.of("glass turn", "rad", 0.3, 1.2).within(-10, 10));
    return new SimulatedWorld("light", parameters, Shot.of(Studio.SIDE), Light::drawn);
  }

  private static Light drawn(Values values, SplittableRandom random) {
    GlassBlock glass =
        new GlassBlock(
            new double[] {1.35, 0.75, 0.6},
            new double[] {0.45, 0.75, 0.2},
            values.get("glass turn"),
            values.get("refractive index"));
    return new Light(new Studio(glass), values, random);
  }

  Studio studio() {
    return studio;
  }

  @Override
  public void advance(double seconds) {
    lampAngle += lampRate * seconds;
    studio.ball[0] += ballSpeed * seconds;
    placeLamp();
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(studio, 2);
  }

  @Override
  public void record(Truth truth) {
    double[] ball = studio.ball;
    double[] lamp = studio.lamp;
    double[] shadow = studio.shadow();
    double[] seen = Studio.inFrame(ball[0], ball[1], ball[2]);
    double[] image = Studio.inFrame(ball[0], ball[1], 2 * Studio.WALL - ball[2]);
    double[] dark = Studio.inFrame(shadow[0], 0, shadow[1]);
    double[] bright = Studio.inFrame(lamp[0], lamp[1], lamp[2]);
    truth
        .vector("ball", "m", SPACE, ball)
        .vector("lamp", "m", SPACE, lamp)
        .vector("shadow", "m", SPACE, shadow[0], 0, shadow[1])
        .point("position", "m", seen[0], seen[1])
        .point("lamp in frame", "m", bright[0], bright[1])
        .point("shadow in frame", "m", dark[0], dark[1])
        .point("reflection in frame", "m", image[0], image[1])
        .scalar("lamp angle", "rad", lampAngle)
        .scalar("velocity", "m/s", ballSpeed)
        .scalar("ball radius", "m", radius);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    double side = random.nextBoolean() ? 1 : -1;
    switch (kind) {
      case WRONG_SHADOW -> studio.shadowAside = side * 1.5;
      case WRONG_REFLECTION -> studio.reflectionAside = side * 0.7;
      case DISAPPEARS -> studio.radius = 1e-9;
      case CHANGES_SIZE -> {
        radius *= 0.6;
        studio.radius = radius;
      }
      case TELEPORTS -> studio.ball[0] += studio.ball[0] > -0.6 ? -0.9 : 0.9;
      case CHANGES_COLOUR -> {
        studio.colour[0] = 0.2;
        studio.colour[2] = 0.9;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void placeLamp() {
    studio.lamp[0] = -0.3 + lampReach * StrictMath.cos(lampAngle);
    studio.lamp[1] = lampHeight;
    studio.lamp[2] = 0.6 + 0.6 * lampReach * StrictMath.sin(lampAngle);
  }
}
