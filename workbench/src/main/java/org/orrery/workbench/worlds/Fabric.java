package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Particles in space that are held together by elastic links, by extended position-based dynamics
 * in small steps (Macklin, Mueller and Chentanez, XPBD, 2016; Macklin et al., Small Steps in
 * Physics Simulation, 2019): each link is solved once a step, so a link's compliance in m/N is that
 * of a spring. Links that are stretched beyond their limit tear.
 */
final class Fabric {
  private final double drag;
  private final List<Link> links = new ArrayList<>();
  private final Map<List<Integer>, Link> joints = new HashMap<>();
  private final List<Triangle> triangles = new ArrayList<>();

  /** Places and velocities, [particle][x, y, z] with y downwards; 1 / mass is 0 where held. */
  final double[][] place;

  final double[][] velocity;
  final double[] inverseMass;
  private final double[][] before;
  private double gravity;
  private double lost;

  private static final class Link {
    final double[] a;
    final double[] b;
    final double weightA;
    final double weightB;
    final double rest;
    final double compliance;
    final double most;
    boolean torn;

    Link(Fabric fabric, int a, int b, double compliance, double most) {
      this.a = fabric.place[a];
      this.b = fabric.place[b];
      this.weightA = fabric.inverseMass[a];
      this.weightB = fabric.inverseMass[b];
      this.rest = fabric.distance(a, b);
      this.compliance = compliance;
      this.most = most;
    }

    double length() {
      double dx = b[0] - a[0];
      double dy = b[1] - a[1];
      double dz = b[2] - a[2];
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  /** A triangle in the plane whose area resists change. */
  private record Triangle(int a, int b, int c, double rest, double compliance) {}

  /** What keeps particles out of something solid: corrects places after each step. */
  @FunctionalInterface
  interface Obstacle {
    void keepOut(double[] place, double[] before);
  }

  /** Gravity in m/s^2; drag in 1/s against the velocity. */
  Fabric(int particles, double gravity, double drag) {
    this.gravity = gravity;
    this.drag = drag;
    place = new double[particles][3];
    velocity = new double[particles][3];
    before = new double[particles][3];
    inverseMass = new double[particles];
  }

  /**
   * Joins two particles, placed and weighed, at their distance; compliance in m/N, tearing at a
   * stretch of {@code most}. Links are solved in the order in which they are given: the processor
   * works on several at once where neighbours in that order share no particle.
   */
  void link(int a, int b, double compliance, double most) {
    Link link = new Link(this, a, b, compliance, most);
    links.add(link);
    joints.put(List.of(Math.min(a, b), Math.max(a, b)), link);
  }

  void triangle(int a, int b, int c, double compliance) {
    triangles.add(new Triangle(a, b, c, area(a, b, c), compliance));
  }

  void advance(double seconds, int steps, double[] wind, Obstacle obstacle) {
    double h = seconds / steps;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < place.length; i++) {
        System.arraycopy(place[i], 0, before[i], 0, 3);
        if (inverseMass[i] > 0) {
          for (int k = 0; k < 3; k++) {
            double push = k == 1 ? gravity : 0;
            velocity[i][k] += h * (push - drag * (velocity[i][k] - wind[k]));
            place[i][k] += h * velocity[i][k];
          }
        }
      }
      for (Link link : links) {
        pull(link, h * h);
      }
      for (Triangle triangle : triangles) {
        keepArea(triangle, h);
      }
      for (int i = 0; i < place.length; i++) {
        if (inverseMass[i] > 0) {
          obstacle.keepOut(place[i], before[i]);
        }
        for (int k = 0; k < 3; k++) {
          velocity[i][k] = (place[i][k] - before[i][k]) / h;
        }
      }
    }
  }

  private void pull(Link link, double square) {
    double weight = link.weightA + link.weightB;
    if (link.torn || weight == 0) {
      return;
    }
    double[] a = link.a;
    double[] b = link.b;
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double dz = b[2] - a[2];
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (length > link.most * link.rest) {
      link.torn = true;
      lost++;
      return;
    }
    double correction = (length - link.rest) / ((weight + link.compliance / square) * length);
    double pullA = link.weightA * correction;
    double pullB = link.weightB * correction;
    a[0] += pullA * dx;
    a[1] += pullA * dy;
    a[2] += pullA * dz;
    b[0] -= pullB * dx;
    b[1] -= pullB * dy;
    b[2] -= pullB * dz;
  }

  private void keepArea(Triangle t, double h) {
    double[] a = place[t.a];
    double[] b = place[t.b];
    double[] c = place[t.c];
    double[] ax = {(b[1] - c[1]) / 2, (c[0] - b[0]) / 2};
    double[] bx = {(c[1] - a[1]) / 2, (a[0] - c[0]) / 2};
    double[] cx = {(a[1] - b[1]) / 2, (b[0] - a[0]) / 2};
    double weight =
        inverseMass[t.a] * (ax[0] * ax[0] + ax[1] * ax[1])
            + inverseMass[t.b] * (bx[0] * bx[0] + bx[1] * bx[1])
            + inverseMass[t.c] * (cx[0] * cx[0] + cx[1] * cx[1]);
    double push = (t.rest - area(t.a, t.b, t.c)) / (weight + t.compliance / (h * h));
    for (int k = 0; k < 2; k++) {
      a[k] += push * inverseMass[t.a] * ax[k];
      b[k] += push * inverseMass[t.b] * bx[k];
      c[k] += push * inverseMass[t.c] * cx[k];
    }
  }

  /** Turns gravity round; false if there is none. */
  boolean flip() {
    gravity = -gravity;
    return gravity != 0;
  }

  /** Throws all that moves upwards, so that it rises by {@code speed} in m/s at least. */
  void toss(double speed) {
    double mass = 0;
    for (double inverse : inverseMass) {
      mass += inverse > 0 ? 1 / inverse : 0;
    }
    double kick = speed + 2 * Math.max(0, middle()[4] / mass);
    for (int i = 0; i < place.length; i++) {
      if (inverseMass[i] > 0) {
        velocity[i][1] -= kick;
      }
    }
  }

  double distance(int a, int b) {
    double dx = place[b][0] - place[a][0];
    double dy = place[b][1] - place[a][1];
    double dz = place[b][2] - place[a][2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private double area(int a, int b, int c) {
    return 0.5
        * ((place[b][0] - place[a][0]) * (place[c][1] - place[a][1])
            - (place[c][0] - place[a][0]) * (place[b][1] - place[a][1]));
  }

  /** The area of all triangles, in m^2. */
  double area() {
    double sum = 0;
    for (Triangle t : triangles) {
      sum += Math.abs(area(t.a, t.b, t.c));
    }
    return sum;
  }

  /** How many links have torn. */
  double torn() {
    return lost;
  }

  /** Whether two particles are still joined. */
  boolean joined(int a, int b) {
    Link link = joints.get(List.of(Math.min(a, b), Math.max(a, b)));
    return link != null && !link.torn;
  }

  double kinetic() {
    double sum = 0;
    for (int i = 0; i < place.length; i++) {
      if (inverseMass[i] > 0) {
        double[] v = velocity[i];
        sum += 0.5 / inverseMass[i] * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
      }
    }
    return sum;
  }

  /** Potential energy above y = {@code floor}, and what the links hold. */
  double potential(double floor) {
    double sum = 0;
    for (int i = 0; i < place.length; i++) {
      if (inverseMass[i] > 0) {
        sum += gravity / inverseMass[i] * (floor - place[i][1]);
      }
    }
    for (Link link : links) {
      if (!link.torn && link.compliance > 0) {
        double stretch = link.length() - link.rest;
        sum += 0.5 * stretch * stretch / link.compliance;
      }
    }
    return sum;
  }

  /** The middle of the mass that moves, and its momentum. */
  double[] middle() {
    double[] sums = new double[6];
    double mass = 0;
    for (int i = 0; i < place.length; i++) {
      if (inverseMass[i] > 0) {
        mass += 1 / inverseMass[i];
        for (int k = 0; k < 3; k++) {
          sums[k] += place[i][k] / inverseMass[i];
          sums[3 + k] += velocity[i][k] / inverseMass[i];
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      sums[k] /= mass;
    }
    return sums;
  }
}
