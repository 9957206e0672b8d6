package org.orrery.workbench.worlds;

import org.dyn4j.dynamics.Body;
import org.dyn4j.dynamics.ContinuousDetectionMode;
import org.dyn4j.geometry.Convex;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.MassType;
import org.dyn4j.geometry.Vector2;

/** dyn4j's world with short steps, no sleeping bodies and y downwards. */
final class RigidBodies {
  private final org.dyn4j.world.World<Body> world = new org.dyn4j.world.World<>();
  private final double step;

  /** Gravity in m/s^2, downwards; {@code step} in s. */
  RigidBodies(double gravity, double step) {
    this.step = step;
    world.setGravity(new Vector2(0, gravity));
    world.getSettings().setAtRestDetectionEnabled(false);
    world.getSettings().setContinuousDetectionMode(ContinuousDetectionMode.NONE);
    world.getSettings().setStepFrequency(step);
    world.getSettings().setMaximumTranslation(10);
  }

  org.dyn4j.world.World<Body> world() {
    return world;
  }

  void gravity(double downwards) {
    world.setGravity(new Vector2(0, downwards));
  }

  /** In m/s^2, downwards. */
  double gravity() {
    return world.getGravity().y;
  }

  /** Moves on by the whole number of steps nearest to {@code seconds}. */
  void advance(double seconds) {
    world.step((int) Math.rint(seconds / step), step);
  }

  /** A body of one fixture, placed and added. */
  Body add(Convex shape, double x, double y, double density, double restitution, double friction) {
    Body body = new Body();
    body.addFixture(shape, density, friction, restitution).setRestitutionVelocity(0);
    body.setMass(MassType.NORMAL);
    body.translate(x, y);
    body.setLinearDamping(0);
    body.setAngularDamping(0);
    world.addBody(body);
    return body;
  }

  /** Something solid that does not move: an upright rectangle. */
  Body wall(double left, double top, double right, double bottom, double friction) {
    Body wall = new Body();
    wall.addFixture(Geometry.createRectangle(right - left, bottom - top), 1, friction, 0)
        .setRestitutionVelocity(0);
    wall.setMass(MassType.INFINITE);
    wall.translate((left + right) / 2, (top + bottom) / 2);
    world.addBody(wall);
    return wall;
  }

  /** Four walls around a square whose inside is from 0 to {@code side}. */
  void box(double side, double friction) {
    double thick = side;
    wall(-thick, -thick, 0, side + thick, friction);
    wall(side, -thick, side + thick, side + thick, friction);
    wall(0, -thick, side, 0, friction);
    wall(0, side, side, side + thick, friction);
  }
}
