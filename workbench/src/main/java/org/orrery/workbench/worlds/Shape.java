package org.orrery.workbench.worlds;

import java.util.Arrays;

/** Something flat to paint, in metres, y down; the colour is 0xRRGGBB. */
sealed interface Shape {
  int colour();

  /** The smallest box around it: left, top, right, bottom. */
  double[] bounds();

  Shape moved(double dx, double dy);

  Shape scaled(double factor, double aboutX, double aboutY);

  Shape coloured(int other);

  /** A disc. */
  record Disc(double x, double y, double radius, int colour) implements Shape {
    @Override
    public double[] bounds() {
      return new double[] {x - radius, y - radius, x + radius, y + radius};
    }

    @Override
    public Shape moved(double dx, double dy) {
      return new Disc(x + dx, y + dy, radius, colour);
    }

    @Override
    public Shape scaled(double factor, double aboutX, double aboutY) {
      return new Disc(
          aboutX + factor * (x - aboutX), aboutY + factor * (y - aboutY), radius * factor, colour);
    }

    @Override
    public Shape coloured(int other) {
      return new Disc(x, y, radius, other);
    }
  }

  /** A line with round ends. */
  record Line(double x1, double y1, double x2, double y2, double width, int colour)
      implements Shape {
    @Override
    public double[] bounds() {
      double half = width / 2;
      return new double[] {
        Math.min(x1, x2) - half,
        Math.min(y1, y2) - half,
        Math.max(x1, x2) + half,
        Math.max(y1, y2) + half
      };
    }

    @Override
    public Shape moved(double dx, double dy) {
      return new Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, width, colour);
    }

    @Override
    public Shape scaled(double factor, double aboutX, double aboutY) {
      return new Line(
          aboutX + factor * (x1 - aboutX),
          aboutY + factor * (y1 - aboutY),
          aboutX + factor * (x2 - aboutX),
          aboutY + factor * (y2 - aboutY),
          width * factor,
          colour);
    }

    @Override
    public Shape coloured(int other) {
      return new Line(x1, y1, x2, y2, width, other);
    }
  }

  /** A polygon whose edges do not cross. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never changed
  record Polygon(double[] x, double[] y, int colour) implements Shape {
    @Override
    public double[] bounds() {
      return Shape.around(x, y);
    }

    @Override
    public Shape moved(double dx, double dy) {
      return mapped(1, dx, dy);
    }

    @Override
    public Shape scaled(double factor, double aboutX, double aboutY) {
      return mapped(factor, aboutX * (1 - factor), aboutY * (1 - factor));
    }

    @Override
    public Shape coloured(int other) {
      return new Polygon(x, y, other);
    }

    private Polygon mapped(double factor, double dx, double dy) {
      return new Polygon(Shape.mapped(x, factor, dx), Shape.mapped(y, factor, dy), colour);
    }
  }

  /**
   * What closed outlines have inside, holes included: edges in any order, each with the inside on
   * the same hand.
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, never changed
  record Region(double[] x1, double[] y1, double[] x2, double[] y2, int colour) implements Shape {
    @Override
    public double[] bounds() {
      return Shape.around(x1, y1);
    }

    /** By Green's theorem. */
    double area() {
      double sum = 0;
      for (int i = 0; i < x1.length; i++) {
        sum += x1[i] * y2[i] - x2[i] * y1[i];
      }
      return Math.abs(sum) / 2;
    }

    @Override
    public Shape moved(double dx, double dy) {
      return mapped(1, dx, dy);
    }

    @Override
    public Shape scaled(double factor, double aboutX, double aboutY) {
      return mapped(factor, aboutX * (1 - factor), aboutY * (1 - factor));
    }

    @Override
    public Shape coloured(int other) {
      return new Region(x1, y1, x2, y2, other);
    }

    private Region mapped(double factor, double dx, double dy) {
      return new Region(
          Shape.mapped(x1, factor, dx),
          Shape.mapped(y1, factor, dy),
          Shape.mapped(x2, factor, dx),
          Shape.mapped(y2, factor, dy),
          colour);
    }
  }

  private static double[] around(double[] x, double[] y) {
    double[] box = {x[0], y[0], x[0], y[0]};
    for (int i = 1; i < x.length; i++) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    return box;
  }

  private static double[] mapped(double[] places, double factor, double way) {
    return Arrays.stream(places).map(place -> factor * place + way).toArray();
  }
}
