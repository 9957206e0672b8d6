package org.orrery.kernel.widgets;

import java.awt.image.RenderedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes the widgets in daily use, and ties them to functions. Every other widget has a constructor
 * without arguments: {@code new ColorPicker().description("ball").value("red")}.
 *
 * <pre>{@code
 * var gravity = Widgets.intSlider("gravity", 0, 20).value(5);
 * var bounce = Widgets.floatSlider("bounce", 0, 1).value(0.9);
 * Widgets.interact(gravity, bounce, (g, b) -> new Chart(g, b))   // drawn anew at every move
 * }</pre>
 */
public final class Widgets {

  private Widgets() {}

  /** A function of three controls. */
  @FunctionalInterface
  public interface Function3<A, B, C, R> {

    /** What the function makes of the three values. */
    R apply(A a, B b, C c);
  }

  /**
   * A slider over whole numbers from {@code min} to {@code max}, at {@code min} or nearest to 0.
   */
  public static IntSlider intSlider(String description, int min, int max) {
    return new IntSlider().description(description).range(min, max);
  }

  /**
   * A slider over numbers from {@code min} to {@code max}, at {@code min} or nearest to 0, in at
   * least 100 steps of a power of ten.
   */
  public static FloatSlider floatSlider(String description, double min, double max) {
    return new FloatSlider().description(description).range(min, max).step(step(min, max));
  }

  /** A slider with two handles over whole numbers, which stand at both ends. */
  public static IntRangeSlider intRangeSlider(String description, int min, int max) {
    return new IntRangeSlider().description(description).range(min, max).value(min, max);
  }

  /** A slider with two handles over numbers, which stand at both ends. */
  public static FloatRangeSlider floatRangeSlider(String description, double min, double max) {
    return new FloatRangeSlider()
        .description(description)
        .range(min, max)
        .step(step(min, max))
        .value(min, max);
  }

  /** A list that drops down, with the first option chosen. */
  public static Dropdown dropdown(String description, String... options) {
    return new Dropdown().description(description).options(options);
  }

  /** A box to tick. */
  public static Checkbox checkbox(String description, boolean ticked) {
    return new Checkbox().description(description).value(ticked);
  }

  /** A button to press. */
  public static Button button(String description) {
    return new Button().description(description);
  }

  /** A line to type in. */
  public static Text text(String description, String value) {
    return new Text().description(description).value(value);
  }

  /** A line of text. */
  public static Label label(String value) {
    return new Label().value(value);
  }

  /** A bar from 0 to {@code max}, at 0. */
  public static IntProgress intProgress(String description, int max) {
    return new IntProgress().description(description).range(0, max);
  }

  /** A bar from 0 to {@code max}, at 0. */
  public static FloatProgress floatProgress(String description, double max) {
    return new FloatProgress().description(description).range(0, max);
  }

  /** A picture. */
  public static Image image(RenderedImage picture) {
    return new Image().value(picture);
  }

  /** A picture in the bytes of a file, such as {@code Files.readAllBytes(path)}. */
  public static Image image(byte[] bytes, String format) {
    var image = new Image();
    image.set(Map.of("format", format, "value", bytes.clone()));
    return image;
  }

  /** An empty place for what is printed and displayed. */
  public static Output output() {
    return new Output();
  }

  /** Widgets beside one another. */
  public static HBox hbox(Widget... children) {
    return new HBox().children(children);
  }

  /** Widgets below one another. */
  public static VBox vbox(Widget... children) {
    return new VBox().children(children);
  }

  /** Pages of widgets: none yet. */
  public static Tab tab() {
    return new Tab();
  }

  private static double step(double min, double max) {
    return max > min ? Math.pow(10, Math.floor(Math.log10((max - min) / 100))) : 1;
  }

  /**
   * The control with the result of {@code function} below it, which is computed at once and again
   * whenever the control changes. A result that is null is not shown; what the function prints and
   * displays is.
   */
  public static <A> VBox interact(Control<A> a, Function<? super A, ?> function) {
    return interact(List.of(a), () -> function.apply(a.current()));
  }

  /** The same with two controls; see {@link #interact(Control, Function)}. */
  public static <A, B> VBox interact(
      Control<A> a, Control<B> b, BiFunction<? super A, ? super B, ?> function) {
    return interact(List.of(a, b), () -> function.apply(a.current(), b.current()));
  }

  /** The same with three controls; see {@link #interact(Control, Function)}. */
  public static <A, B, C> VBox interact(
      Control<A> a,
      Control<B> b,
      Control<C> c,
      Function3<? super A, ? super B, ? super C, ?> function) {
    return interact(List.of(a, b, c), () -> function.apply(a.current(), b.current(), c.current()));
  }

  /** The same with any number of controls, whose values {@code function} reads itself. */
  public static VBox interact(List<? extends Control<?>> controls, Callable<?> function) {
    return Interaction.of(controls, function);
  }
}
