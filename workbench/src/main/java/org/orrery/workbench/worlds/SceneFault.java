package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A change of what is drawn of one thing. */
record SceneFault(String thing, Violation kind, double dx, double dy, int colour, double factor) {
  private static final double SMALLEST = 0.02;
  private static final int TRIES = 50;

  /** A change that can be seen, or null if the thing gives no occasion for it. */
  static SceneFault of(
      Violation kind, Scene scene, String name, Shot shot, SplittableRandom random) {
    List<Shape> shapes = scene.named(name);
    double[] box = bounds(shapes);
    double side = shot.metres();
    boolean inside = box[0] >= 0 && box[1] >= 0 && box[2] <= side && box[3] <= side;
    boolean large = Math.max(box[2] - box[0], box[3] - box[1]) >= SMALLEST * side;
    if (!inside || !large) {
      return null;
    }
    switch (kind) {
      case DISAPPEARS, APPEARS:
        return new SceneFault(name, kind, 0, 0, 0, 1);
      case CHANGES_COLOUR:
        return new SceneFault(name, kind, 0, 0, otherColour(shapes.get(0).colour(), random), 1);
      case CHANGES_SIZE:
        return new SceneFault(name, kind, 0, 0, 0, random.nextBoolean() ? 0.6 : 1.5);
      case CHANGES_SHAPE:
        boolean changes = shapes.size() == 1 && !(shapes.get(0) instanceof Shape.Line);
        return changes ? new SceneFault(name, kind, 0, 0, 0, 1) : null;
      case TELEPORTS:
        return shifted(kind, name, box, 0.25 * side, 0.7 * side, side, random);
      case DUPLICATES:
        double wide = Math.max(box[2] - box[0], box[3] - box[1]);
        return shifted(kind, name, box, 1.1 * wide, 1.6 * wide, side, random);
      default:
        return null;
    }
  }

  void apply(Scene scene) {
    double[] box = bounds(scene.named(thing));
    double x = (box[0] + box[2]) / 2;
    double y = (box[1] + box[3]) / 2;
    UnaryOperator<Shape> change =
        switch (kind) {
          case TELEPORTS -> shape -> shape.moved(dx, dy);
          case CHANGES_COLOUR -> shape -> shape.coloured(colour);
          case CHANGES_SIZE -> shape -> shape.scaled(factor, x, y);
          case CHANGES_SHAPE -> SceneFault::reshaped;
          case DUPLICATES -> shape -> shape;
          default -> shape -> null;
        };
    List<Shape> before = scene.named(thing);
    scene.change(thing, change);
    if (kind == Violation.DUPLICATES) {
      before.forEach(shape -> scene.add("", shape.moved(dx, dy)));
    }
  }

  /** A way of that length that ends inside the frame. */
  private static SceneFault shifted(
      Violation kind,
      String name,
      double[] box,
      double least,
      double most,
      double side,
      SplittableRandom random) {
    for (int i = 0; i < TRIES; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double way = least + (most - least) * random.nextDouble();
      double dx = way * StrictMath.cos(angle);
      double dy = way * StrictMath.sin(angle);
      if (box[0] + dx >= 0 && box[1] + dy >= 0 && box[2] + dx <= side && box[3] + dy <= side) {
        return new SceneFault(name, kind, dx, dy, 0, 1);
      }
    }
    return null;
  }

  /** A colour that a grey picture tells apart as well. */
  private static int otherColour(int colour, SplittableRandom random) {
    int[] palette = {0xd03020, 0x20a040, 0x2050d0, 0xe8c020, 0xf0f0f0, 0x602080};
    int start = random.nextInt(palette.length);
    for (int i = 0; i < palette.length; i++) {
      int other = palette[(start + i) % palette.length];
      if (Math.abs(grey(other) - grey(colour)) > 50) {
        return other;
      }
    }
    return 0x404040;
  }

  private static double grey(int colour) {
    return 0.299 * (colour >> 16 & 0xff) + 0.587 * (colour >> 8 & 0xff) + 0.114 * (colour & 0xff);
  }

  private static Shape reshaped(Shape shape) {
    double[] box = shape.bounds();
    double x = (box[0] + box[2]) / 2;
    double y = (box[1] + box[3]) / 2;
    if (shape instanceof Shape.Disc disc) {
      double half = disc.radius() * Math.sqrt(Math.PI) / 2;
      return new Shape.Polygon(
          new double[] {x - half, x + half, x + half, x - half},
          new double[] {y - half, y - half, y + half, y + half},
          shape.colour());
    }
    return new Shape.Disc(x, y, Math.sqrt(area(shape) / Math.PI), shape.colour());
  }

  private static double area(Shape shape) {
    if (shape instanceof Shape.Region region) {
      return region.area();
    }
    Shape.Polygon polygon = (Shape.Polygon) shape;
    double sum = 0;
    double[] x = polygon.x();
    double[] y = polygon.y();
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      sum += x[i] * y[next] - x[next] * y[i];
    }
    return Math.abs(sum) / 2;
  }

  private static double[] bounds(List<Shape> shapes) {
    double[] box = shapes.get(0).bounds();
    for (Shape shape : shapes) {
      double[] more = shape.bounds();
      box[0] = Math.min(box[0], more[0]);
      box[1] = Math.min(box[1], more[1]);
      box[2] = Math.max(box[2], more[2]);
      box[3] = Math.max(box[3], more[3]);
    }
    return box;
  }
}
