package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;
import org.dyn4j.dynamics.Body;

/**
 * A jointed figure that waves, walks or falls. Waving and walking, its trunk is carried as a
 * puppet's is and motors turn its joints; falling, it is limp but for a little friction in them.
 */
final class Limbs implements Motion {
  private static final double SIDE = 3;
  private static final double FLOOR = 2.6;
  private static final double GRAVITY = 9.81;
  private static final double STEP = 1.0 / 400;

  /** A joint comes nearer by 14 / s: after so many steps 0.4 % of the way is left. */
  private static final int SETTLING = 160;

  private static final double STRONG = 80;
  private static final double LIMP = 0.4;

  private final RigidBodies bodies = new RigidBodies(GRAVITY, STEP);
  private final Body floor;
  private final Figure figure;
  private final int gesture;
  private final double rate;
  private final double reach;
  private final double phase;
  private double time;
  private int broken = -1;

  private Limbs(Values values, SplittableRandom random) {
    gesture = values.whole("gesture");
    rate = 2 * Math.PI * values.get("rate");
    reach = values.get("reach");
    phase = 2 * Math.PI * random.nextDouble();
    floor = bodies.wall(-20, FLOOR, 20, FLOOR + 3, 0.6);
    double leg = Figure.THIGH + Figure.SHANK + Figure.THICK / 2;
    double x = gesture == 1 ? 0.6 + 0.4 * random.nextDouble() : 1.2 + 0.6 * random.nextDouble();
    double above = gesture == 2 ? 0.1 + 0.2 * random.nextDouble() : 0.01;
    figure = new Figure(bodies, x, FLOOR - leg - above);
    if (gesture == 2) {
      push(values.get("push") * (random.nextBoolean() ? 1 : -1), random);
    } else {
      double stride = 4 * (Figure.THIGH + Figure.SHANK) * StrictMath.sin(reach);
      figure.carry(gesture == 1 ? stride * values.get("rate") : 0);
      settle();
    }
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.whole("gesture", 0, 2).within(0, 2),
            Parameter.of("rate", "Hz", 0.6, 1).within(0.05, 3),
            Parameter.of("reach", "rad", 0.25, 0.45).within(0, 0.5),
            Parameter.of("push", "m/s", 0.5, 2.5).within(0, 10));
    return new SimulatedWorld("limbs", parameters, Shot.of(SIDE), Limbs::new);
  }

  private void push(double speed, SplittableRandom random) {
    for (Body body : figure.parts()) {
      double above = FLOOR - body.getWorldCenter().y;
      body.setLinearVelocity(speed * above / 1.5, 0);
    }
    for (Body body : figure.limbs) {
      body.setAngularVelocity(2 * random.nextDouble() - 1);
    }
  }

  /** Turns the joints to where the gesture begins; the trunk stays. */
  private void settle() {
    double speed = figure.trunk.getLinearVelocity().x;
    figure.trunk.setLinearVelocity(0, 0);
    for (int i = 0; i < SETTLING; i++) {
      steer();
      bodies.advance(STEP);
    }
    figure.trunk.setLinearVelocity(speed, 0);
  }

  Figure figure() {
    return figure;
  }

  @Override
  public void advance(double seconds) {
    long steps = Math.round(seconds / STEP);
    for (long i = 0; i < steps; i++) {
      time += STEP;
      steer();
      bodies.advance(STEP);
    }
  }

  private void steer() {
    double swing = StrictMath.sin(rate * time + phase);
    switch (gesture) {
      case 0 -> wave();
      case 1 -> {
        stride(0, swing, StrictMath.cos(rate * time + phase));
        stride(4, -swing, -StrictMath.cos(rate * time + phase));
      }
      default -> {
        for (int i = 0; i < 8; i++) {
          figure.joints.get(i).setMotorEnabled(true);
          figure.joints.get(i).setMotorSpeed(0);
          figure.joints.get(i).setMaximumMotorTorqueEnabled(true);
          figure.joints.get(i).setMaximumMotorTorque(LIMP);
        }
      }
    }
    if (broken >= 0) {
      double[] limits = Figure.LIMITS[broken % 4];
      figure.aim(broken, broken % 4 == 1 ? limits[1] + 1.4 : limits[0] - 1.4, STRONG);
    }
  }

  private void wave() {
    double swing = StrictMath.sin(2 * rate * time + phase);
    double[] pose = {0.1, -0.2, 0.05, 0.05, -2.4, -0.9 + 1.6 * reach * swing, 0, 0.05};
    for (int i = 0; i < pose.length; i++) {
      figure.aim(i, pose[i], STRONG);
    }
  }

  /** The knee bends while its leg comes forward; the arm swings against the leg. */
  private void stride(int side, double swing, double going) {
    figure.aim(side, -0.8 * reach * swing, STRONG);
    figure.aim(side + 1, -0.4 - 0.2 * swing, STRONG);
    figure.aim(side + 2, reach * swing, STRONG);
    figure.aim(side + 3, 0.1 + 0.9 * Math.max(0, -going), STRONG);
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xdce4e8).box("", -1, FLOOR, SIDE + 1, SIDE + 1, 0x8a8070);
    figure.draw(scene);
  }

  @Override
  public void record(Truth truth) {
    double energy = 0;
    double px = 0;
    double py = 0;
    for (Body body : figure.parts()) {
      double mass = mass(body);
      double vx = body.getLinearVelocity().x;
      double vy = body.getLinearVelocity().y;
      double w = body.getAngularVelocity();
      px += mass * vx;
      py += mass * vy;
      energy += 0.5 * mass * (vx * vx + vy * vy) + 0.5 * inertia(body) * w * w;
      energy += mass * bodies.gravity() * (FLOOR - body.getWorldCenter().y);
    }
    truth
        .point("position", "m", figure.trunk.getWorldCenter().x, figure.trunk.getWorldCenter().y)
        .point(
            "velocity",
            "m/s",
            figure.trunk.getLinearVelocity().x,
            figure.trunk.getLinearVelocity().y)
        .vector("angle", "rad", Figure.JOINTS, figure.angles())
        .vector("angular velocity", "rad/s", Figure.JOINTS, figure.rates())
        .scalar("beyond the limits", "rad", figure.beyond())
        .point("momentum", "kg m/s", px, py)
        .scalar("energy", "J", energy);
  }

  /** A carried trunk has its mass all the same. */
  private double mass(Body body) {
    return body.getFixture(0).createMass().getMass()
        + (body.getFixtureCount() > 1 ? body.getFixture(1).createMass().getMass() : 0);
  }

  private double inertia(Body body) {
    return body.getMass().isInfinite() ? 0 : body.getMass().getInertia();
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.BENDS_PAST_JOINT) {
      broken = random.nextBoolean() ? 5 : 7;
      figure.joints.get(broken).setLimitsEnabled(false);
      return true;
    }
    return gesture == 2 && violateTheFall(kind);
  }

  /** A trunk that is carried needs no floor, and knows neither gravity nor energy of its own. */
  private boolean violateTheFall(Violation kind) {
    switch (kind) {
      case GRAVITY_FLIPS -> bodies.gravity(-GRAVITY);
      case PASSES_THROUGH -> floor.getFixture(0).setSensor(true);
      case ENERGY_APPEARS -> {
        double down = Math.max(0, 1.8 * figure.trunk.getLinearVelocity().y);
        for (Body body : figure.parts()) {
          body.getLinearVelocity().multiply(1.8).add(0, -2 * down - 3);
          body.setAngularVelocity(1.8 * body.getAngularVelocity());
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
