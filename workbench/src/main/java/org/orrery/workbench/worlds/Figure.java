package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import org.dyn4j.collision.CategoryFilter;
import org.dyn4j.dynamics.Body;
import org.dyn4j.dynamics.joint.RevoluteJoint;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.MassType;
import org.dyn4j.geometry.Vector2;

/**
 * A jointed figure that faces right: a trunk with a head, two arms and two legs of two limbs each.
 * Angles are those of a limb against the one it hangs from, 0 when it hangs straight, positive
 * clockwise. Limbs pass each other; all of them meet the floor.
 */
final class Figure {
  static final double THIGH = 0.42;
  static final double SHANK = 0.42;
  static final double THICK = 0.12;
  private static final double TRUNK = 0.55;
  private static final double UPPER_ARM = 0.3;
  private static final double FOREARM = 0.28;
  private static final double HEAD = 0.13;
  private static final double DENSITY = 250;
  private static final double FRICTION = 0.5;

  /** Lowest and highest angle of shoulder, elbow, hip and knee, in rad. */
  static final double[][] LIMITS = {{-2.9, 1}, {-2.5, 0}, {-1.7, 0.6}, {0, 2.4}};

  static final List<String> JOINTS =
      List.of(
          "left shoulder",
          "left elbow",
          "left hip",
          "left knee",
          "right shoulder",
          "right elbow",
          "right hip",
          "right knee");

  final Body trunk;
  final List<Body> limbs = new ArrayList<>();
  final List<RevoluteJoint<Body>> joints = new ArrayList<>();
  private final RigidBodies bodies;

  /** A figure that stands straight with its hips at a place. */
  Figure(RigidBodies bodies, double hipX, double hipY) {
    this.bodies = bodies;
    trunk = limb(hipX, hipY - TRUNK, TRUNK, 0.2);
    trunk.addFixture(head(), DENSITY, FRICTION, 0).setFilter(filter());
    trunk.setMass(MassType.NORMAL);
    for (int side = 0; side < 2; side++) {
      double shoulder = hipY - TRUNK + 0.04;
      arm(hipX, shoulder);
      Body thigh = limb(hipX, hipY, THIGH, THICK);
      Body shank = limb(hipX, hipY + THIGH, SHANK, THICK);
      limbs.add(thigh);
      limbs.add(shank);
      join(trunk, thigh, hipX, hipY, LIMITS[2]);
      join(thigh, shank, hipX, hipY + THIGH, LIMITS[3]);
    }
  }

  private void arm(double x, double shoulder) {
    Body upper = limb(x, shoulder, UPPER_ARM, 0.09);
    Body lower = limb(x, shoulder + UPPER_ARM, FOREARM, 0.08);
    limbs.add(upper);
    limbs.add(lower);
    join(trunk, upper, x, shoulder, LIMITS[0]);
    join(upper, lower, x, shoulder + UPPER_ARM, LIMITS[1]);
  }

  private static org.dyn4j.geometry.Circle head() {
    org.dyn4j.geometry.Circle head = Geometry.createCircle(HEAD);
    head.translate(-(TRUNK / 2 + HEAD + 0.02), 0);
    return head;
  }

  /** A limb that hangs down from a place; its own x axis points along it. */
  private Body limb(double x, double top, double length, double thick) {
    Body body =
        bodies.add(Geometry.createCapsule(length + thick, thick), 0, 0, DENSITY, 0, FRICTION);
    body.getFixture(0).setFilter(filter());
    body.rotate(Math.PI / 2);
    body.translate(x, top + length / 2);
    return body;
  }

  private static CategoryFilter filter() {
    return new CategoryFilter(2, 1);
  }

  private void join(Body upper, Body lower, double x, double y, double[] limits) {
    RevoluteJoint<Body> joint = new RevoluteJoint<>(upper, lower, new Vector2(x, y));
    joint.setLimitsEnabled(limits[0], limits[1]);
    bodies.world().addJoint(joint);
    joints.add(joint);
  }

  /** Lets the trunk glide at an even speed, whatever pulls at it. */
  void carry(double speed) {
    trunk.setMass(MassType.INFINITE);
    trunk.setLinearVelocity(speed, 0);
    trunk.setAngularVelocity(0);
  }

  /** Lets a joint turn towards an angle, with at most that torque in N m. */
  void aim(int joint, double target, double torque) {
    RevoluteJoint<Body> servo = joints.get(joint);
    servo.setMotorEnabled(true);
    servo.setMaximumMotorTorqueEnabled(true);
    servo.setMaximumMotorTorque(torque);
    servo.setMotorSpeed(14 * (target - servo.getAngularTranslation()));
  }

  double[] angles() {
    return joints.stream().mapToDouble(RevoluteJoint::getAngularTranslation).toArray();
  }

  double[] rates() {
    return joints.stream().mapToDouble(RevoluteJoint::getAngularSpeed).toArray();
  }

  /** How far the most bent joint is beyond its limit, in rad; 0 if none is. */
  double beyond() {
    double[] angles = angles();
    double beyond = 0;
    for (int i = 0; i < angles.length; i++) {
      double[] limits = LIMITS[i % 4];
      beyond = Math.max(beyond, Math.max(limits[0] - angles[i], angles[i] - limits[1]));
    }
    return beyond;
  }

  List<Body> parts() {
    List<Body> parts = new ArrayList<>(limbs);
    parts.add(0, trunk);
    return parts;
  }

  /** Draws the far side first. */
  void draw(Scene scene) {
    limb(scene, "far arm", limbs.get(0), UPPER_ARM, 0.09, 0x7888a8);
    limb(scene, "far arm", limbs.get(1), FOREARM, 0.08, 0xb89880);
    limb(scene, "far leg", limbs.get(2), THIGH, THICK, 0x404c68);
    limb(scene, "far leg", limbs.get(3), SHANK, THICK, 0x404c68);
    limb(scene, "trunk", trunk, TRUNK, 0.2, 0x3868b8);
    Vector2 head = trunk.getWorldPoint(new Vector2(-(TRUNK / 2 + HEAD + 0.02), 0));
    scene.disc("trunk", head.x, head.y, HEAD, 0xe0b898);
    limb(scene, "near leg", limbs.get(6), THIGH, THICK, 0x283450);
    limb(scene, "near leg", limbs.get(7), SHANK, THICK, 0x283450);
    limb(scene, "near arm", limbs.get(4), UPPER_ARM, 0.09, 0x88a0d0);
    limb(scene, "near arm", limbs.get(5), FOREARM, 0.08, 0xe0b898);
  }

  private static void limb(
      Scene scene, String name, Body body, double length, double thick, int colour) {
    Vector2 from = body.getWorldPoint(new Vector2(-length / 2, 0));
    Vector2 to = body.getWorldPoint(new Vector2(length / 2, 0));
    scene.line(name, from.x, from.y, to.x, to.y, thick, colour);
  }
}
