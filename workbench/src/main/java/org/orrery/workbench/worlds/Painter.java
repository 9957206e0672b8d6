package org.orrery.workbench.worlds;

/**
 * Paints scenes: each shape is blended into a pixel by the share of it that it covers. Discs are
 * cut in strips, polygons are covered exactly, lines by their distance; nothing depends on the
 * platform.
 */
final class Painter {
  private final int size;
  private final int channels;
  private final double scale;
  private final double[] light;
  private final double[] covered;
  private final Coverage coverage;
  private final double[] paint;
  private double left;
  private double top;

  Painter(Shot shot) {
    size = shot.size();
    channels = shot.channels();
    scale = shot.pixelsPerMetre();
    light = new double[channels * size * size];
    covered = new double[size];
    coverage = new Coverage(size);
    paint = new double[channels];
  }

  /** Looks at another part of the world: where the frame's top-left corner is, in metres. */
  void lookAt(double x, double y) {
    left = x;
    top = y;
  }

  /** The light of each pixel, [channel, size, size], 0 to 1; painted over by the next scene. */
  double[] paint(Scene scene) {
    ground(scene);
    for (Shape shape : scene.shapes()) {
      paint(shape);
    }
    return light;
  }

  void paint(Shape shape) {
    for (int c = 0; c < channels; c++) {
      paint[c] = channel(shape.colour(), c);
    }
    if (shape instanceof Shape.Disc disc) {
      disc(disc);
    } else if (shape instanceof Shape.Line line) {
      line(line);
    } else if (shape instanceof Shape.Polygon polygon) {
      polygon(polygon);
    } else if (shape instanceof Shape.Region region) {
      region(region);
    }
  }

  static byte[] bytes(double[] light) {
    byte[] frame = new byte[light.length];
    for (int i = 0; i < frame.length; i++) {
      double share = light[i];
      frame[i] = (byte) (share <= 0 ? 0 : share >= 1 ? 255 : (int) (255 * share + 0.5));
    }
    return frame;
  }

  private void ground(Scene scene) {
    if (scene.shader() != null) {
      shade(scene.shader(), scene.samples());
      return;
    }
    for (int c = 0; c < channels; c++) {
      java.util.Arrays.fill(
          light, c * size * size, (c + 1) * size * size, channel(scene.ground(), c));
    }
  }

  private void shade(Shader shader, int samples) {
    double[] rgb = new double[3];
    double step = 1.0 / samples;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int s = 0; s < samples * samples; s++) {
          int row = s / samples;
          double inX = x + step * (s % samples + 0.5);
          double inY = y + step * (row + 0.5);
          shader.colour(left + inX / scale, top + inY / scale, rgb);
          red += rgb[0];
          green += rgb[1];
          blue += rgb[2];
        }
        put(y * size + x, red * step * step, green * step * step, blue * step * step);
      }
    }
  }

  private void put(int pixel, double red, double green, double blue) {
    if (channels == 1) {
      light[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
    } else {
      light[pixel] = red;
      light[size * size + pixel] = green;
      light[2 * size * size + pixel] = blue;
    }
  }

  private void disc(Shape.Disc disc) {
    double x = (disc.x() - left) * scale;
    double y = (disc.y() - top) * scale;
    double radius = disc.radius() * scale;
    int first = (int) Math.max(0, Math.floor(x - radius));
    int last = (int) Math.min(size - 1.0, Math.floor(x + radius));
    int high = (int) Math.max(0, Math.floor(y - radius) - 1);
    int low = (int) Math.min(size - 1.0, Math.floor(y + radius) + 1);
    for (int column = first; column <= last; column++) {
      Disc.cover(covered, column, x, y, radius);
      for (int row = high; row <= low; row++) {
        blend(row * size + column, covered[row]);
        covered[row] = 0;
      }
    }
  }

  private void line(Shape.Line line) {
    double x1 = (line.x1() - left) * scale;
    double y1 = (line.y1() - top) * scale;
    double dx = (line.x2() - left) * scale - x1;
    double dy = (line.y2() - top) * scale - y1;
    double half = line.width() * scale / 2;
    double square = dx * dx + dy * dy;
    double faintest = Math.min(1, 2 * half);
    double reach = half + 0.5;
    int first = (int) Math.max(0, Math.floor(Math.min(x1, x1 + dx) - reach));
    int last = (int) Math.min(size - 1.0, Math.floor(Math.max(x1, x1 + dx) + reach));
    int high = (int) Math.max(0, Math.floor(Math.min(y1, y1 + dy) - reach));
    int low = (int) Math.min(size - 1.0, Math.floor(Math.max(y1, y1 + dy) + reach));
    for (int row = high; row <= low; row++) {
      for (int column = first; column <= last; column++) {
        double px = column + 0.5 - x1;
        double py = row + 0.5 - y1;
        double along = square > 0 ? (px * dx + py * dy) / square : 0;
        along = Math.max(0, Math.min(1, along));
        double offX = px - along * dx;
        double offY = py - along * dy;
        double off = offX * offX + offY * offY;
        if (off < reach * reach) {
          blend(row * size + column, Math.min(faintest, reach - Math.sqrt(off)));
        }
      }
    }
  }

  private void polygon(Shape.Polygon polygon) {
    double[] x = new double[polygon.x().length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (polygon.x()[i] - left) * scale;
      y[i] = (polygon.y()[i] - top) * scale;
    }
    coverage.polygon(x, y);
    blendCovered();
  }

  private void region(Shape.Region region) {
    coverage.begin();
    for (int i = 0; i < region.x1().length; i++) {
      coverage.edge(
          (region.x1()[i] - left) * scale,
          (region.y1()[i] - top) * scale,
          (region.x2()[i] - left) * scale,
          (region.y2()[i] - top) * scale);
    }
    coverage.end();
    blendCovered();
  }

  private void blendCovered() {
    for (int row = coverage.top(); row < coverage.bottom(); row++) {
      coverage.row(row, covered);
      for (int column = coverage.left(); column < coverage.right(); column++) {
        blend(row * size + column, covered[column]);
      }
    }
    java.util.Arrays.fill(covered, 0);
  }

  private void blend(int pixel, double share) {
    if (share > 0) {
      for (int c = 0; c < channels; c++) {
        int i = c * size * size + pixel;
        light[i] = light[i] * (1 - share) + paint[c] * share;
      }
    }
  }

  /** The light of a channel, 0 to 1; a grey picture takes the luma of ITU-R BT.601. */
  private double channel(int colour, int c) {
    double red = (colour >> 16 & 0xff) / 255.0;
    double green = (colour >> 8 & 0xff) / 255.0;
    double blue = (colour & 0xff) / 255.0;
    if (channels == 1) {
      return red == green && green == blue ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
    }
    return c == 0 ? red : c == 1 ? green : blue;
  }
}
