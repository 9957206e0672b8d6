package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is to be seen at one moment, from back to front.
 *
 * <pre>{@code
 * scene.ground(0x101820).disc("ball", 3, 2, 0.5, 0xffffff).line("", 0, 6, 6.4, 6, 0.1, 0x808080);
 * }</pre>
 *
 * Places are metres from the top-left corner of the frame, x to the right and y down; colours are
 * 0xRRGGBB. Shapes of one name are one thing: {@link Violation}s let it vanish, jump or change.
 * What has the empty name stays as it is.
 */
public final class Scene {
  private final List<Item> items = new ArrayList<>();
  private int ground;
  private Shader shader;
  private int samples = 1;

  Scene() {}

  /** Fills the frame with one colour; black unless told. */
  public Scene ground(int colour) {
    ground = colour;
    return this;
  }

  /**
   * Fills the frame with what a shader says.
   *
   * @param perPixel each pixel is the mean of this many samples squared
   */
  public Scene ground(Shader colours, int perPixel) {
    shader = colours;
    samples = perPixel;
    return this;
  }

  /** Adds a disc. */
  public Scene disc(String name, double x, double y, double radius, int colour) {
    return add(name, new Shape.Disc(x, y, radius, colour));
  }

  /** Adds a line with round ends. */
  public Scene line(
      String name, double x1, double y1, double x2, double y2, double width, int colour) {
    return add(name, new Shape.Line(x1, y1, x2, y2, width, colour));
  }

  /** Adds a polygon whose edges do not cross. */
  public Scene polygon(String name, double[] x, double[] y, int colour) {
    return add(name, new Shape.Polygon(x.clone(), y.clone(), colour));
  }

  /** Adds an upright rectangle. */
  public Scene box(String name, double left, double top, double right, double bottom, int colour) {
    double[] x = {left, right, right, left};
    double[] y = {top, top, bottom, bottom};
    return add(name, new Shape.Polygon(x, y, colour));
  }

  int ground() {
    return ground;
  }

  Shader shader() {
    return shader;
  }

  int samples() {
    return samples;
  }

  List<Shape> shapes() {
    return items.stream().map(Item::shape).toList();
  }

  /** The names of things, in the order in which they were drawn. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    items.forEach(item -> names.add(item.name));
    names.remove("");
    return names;
  }

  List<Shape> named(String name) {
    return items.stream().filter(item -> item.name.equals(name)).map(Item::shape).toList();
  }

  /** Replaces every shape of a thing; null takes it away. */
  void change(String name, UnaryOperator<Shape> change) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).name.equals(name)) {
        Shape changed = change.apply(items.get(i).shape);
        if (changed == null) {
          items.remove(i);
        } else {
          items.set(i, new Item(name, changed));
        }
      }
    }
  }

  Scene add(String name, Shape shape) {
    items.add(new Item(name, shape));
    return this;
  }

  private record Item(String name, Shape shape) {}
}
