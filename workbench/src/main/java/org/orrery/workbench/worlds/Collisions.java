package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dyn4j.dynamics.Body;
import org.dyn4j.geometry.Circle;
import org.dyn4j.geometry.Convex;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.Polygon;
import org.dyn4j.geometry.Vector2;

/** Discs or boxes of different mass that collide without friction on a table with a rim. */
final class Collisions implements Motion {
  static final double SIDE = 6.4;
  private static final double STEP = 1.0 / 250;
  private static final int TABLE = 0x14202c;
  private static final int TRIES = 2000;

  private final RigidBodies bodies = new RigidBodies(0, STEP);
  private final List<Body> moving = new ArrayList<>();
  private final double restitution;

  Collisions(double restitution) {
    this.restitution = restitution;
    bodies.box(SIDE, 0);
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.whole("bodies", 3, 3).within(1, 12),
            Parameter.whole("boxes", 0, 1).within(0, 1),
            Parameter.of("restitution", "", 0.5, 1).within(0, 1),
            Parameter.of("speed", "m/s", 1, 4).within(0, 20),
            Parameter.of("heaviest", "kg/m^2", 1, 6).within(1, 100));
    Shot shot = Shot.of(SIDE);
    return new SimulatedWorld("collisions", parameters, shot, Collisions::drawn);
  }

  private static Collisions drawn(Values values, SplittableRandom random) {
    Collisions collisions = new Collisions(values.get("restitution"));
    boolean boxes = values.whole("boxes") == 1;
    double[][] taken = new double[values.whole("bodies")][];
    for (int i = 0; i < taken.length; i++) {
      double radius = new Interval(0.35, 0.75).draw(random);
      double density = new Interval(1, values.get("heaviest")).draw(random);
      taken[i] = free(taken, i, radius, random);
      double way = 2 * Math.PI * random.nextDouble();
      double turn = 2 * Math.PI * random.nextDouble();
      double speed = values.get("speed") * Math.sqrt(random.nextDouble());
      Convex shape =
          boxes
              ? Geometry.createRectangle(1.6 * radius, 1.2 * radius)
              : Geometry.createCircle(radius);
      Body body = collisions.add(shape, taken[i][0], taken[i][1], density);
      body.rotateAboutCenter(turn);
      body.setLinearVelocity(speed * StrictMath.cos(way), speed * StrictMath.sin(way));
    }
    return collisions;
  }

  private static double[] free(double[][] taken, int n, double radius, SplittableRandom random) {
    Interval inside = new Interval(radius, SIDE - radius);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double x = inside.draw(random);
      double y = inside.draw(random);
      boolean free = true;
      for (int i = 0; i < n; i++) {
        double dx = x - taken[i][0];
        double dy = y - taken[i][1];
        double apart = radius + taken[i][2] + 0.02;
        free &= dx * dx + dy * dy > apart * apart;
      }
      if (free) {
        return new double[] {x, y, radius};
      }
    }
    throw new IllegalStateException(
        "%d bodies found no place on the table after %d tries: set fewer \"bodies\""
            .formatted(taken.length, TRIES));
  }

  /** Adds a body; density in kg/m^2. */
  Body add(Convex shape, double x, double y, double density) {
    Body body = bodies.add(shape, x, y, density, restitution, 0);
    moving.add(body);
    return body;
  }

  @Override
  public void advance(double seconds) {
    bodies.advance(seconds);
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(TABLE);
    for (int i = 0; i < moving.size(); i++) {
      Body body = moving.get(i);
      String name = "body " + (i + 1);
      Convex shape = body.getFixture(0).getShape();
      int colour = colour(body.getFixture(0).getDensity());
      Vector2 at = body.getWorldCenter();
      if (shape instanceof Circle circle) {
        scene.disc(name, at.x, at.y, circle.getRadius(), colour);
        Vector2 rim = body.getWorldPoint(new Vector2(0.7 * circle.getRadius(), 0));
        scene.disc(name, rim.x, rim.y, 0.15 * circle.getRadius(), TABLE);
      } else {
        Vector2[] corners = ((Polygon) shape).getVertices();
        double[] x = new double[corners.length];
        double[] y = new double[corners.length];
        for (int k = 0; k < corners.length; k++) {
          Vector2 corner = body.getWorldPoint(corners[k]);
          x[k] = corner.x;
          y[k] = corner.y;
        }
        scene.polygon(name, x, y, colour);
      }
    }
  }

  @Override
  public void record(Truth truth) {
    int n = moving.size();
    double[][] v = new double[7][n];
    double[] sums = new double[3];
    for (int i = 0; i < n; i++) {
      Body body = moving.get(i);
      double mass = body.getMass().getMass();
      double turning = body.getMass().getInertia() * body.getAngularVelocity();
      v[0][i] = body.getWorldCenter().x;
      v[1][i] = body.getWorldCenter().y;
      v[2][i] = body.getLinearVelocity().x;
      v[3][i] = body.getLinearVelocity().y;
      v[4][i] = body.getAngularVelocity();
      v[5][i] = mass;
      v[6][i] = body.getTransform().getRotationAngle();
      sums[0] += mass * v[2][i];
      sums[1] += mass * v[3][i];
      sums[2] +=
          0.5 * mass * (v[2][i] * v[2][i] + v[3][i] * v[3][i])
              + 0.5 * turning * body.getAngularVelocity();
    }
    truth
        .points("position", "m", v[0], v[1])
        .points("velocity", "m/s", v[2], v[3])
        .each("angle", "rad", v[6])
        .each("angular velocity", "rad/s", v[4])
        .each("mass", "kg", v[5])
        .point("momentum", "kg m/s", sums[0], sums[1])
        .scalar("energy", "J", sums[2]);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    switch (kind) {
      case PASSES_THROUGH -> {
        for (Body body : moving) {
          body.getFixture(0).setSensor(true);
        }
      }
      case ENERGY_APPEARS -> {
        for (Body body : moving) {
          body.getLinearVelocity().multiply(1.8);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The heavier, the redder. */
  private static int colour(double density) {
    double heavy = Math.min(1, (density - 1) / 5);
    int red = (int) (90 + 165 * heavy);
    int green = (int) (200 - 110 * heavy);
    int blue = (int) (255 - 200 * heavy);
    return red << 16 | green << 8 | blue;
  }
}
