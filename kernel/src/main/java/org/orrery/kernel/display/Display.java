package org.orrery.kernel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Shows values: in the notebook when a kernel runs, as files otherwise. Cells call these by their
 * short names.
 *
 * <pre>{@code
 * var id = Display.display(chart);         // shown below the cell
 * Display.update(id, betterChart);         // the same place, another picture
 * Display.display("<b>hi</b>", "text/html");
 * }</pre>
 */
public final class Display {

  private static final AtomicReference<DisplayChannel> CHANNEL = new AtomicReference<>();

  private Display() {}

  /**
   * Values of {@code type}, and of its subtypes, look like this from now on. The most specific type
   * decides, then the latest registration; where {@code look} gives null the next one is asked.
   * What is registered goes before every {@link Renderer} of the class path.
   *
   * <pre>{@code
   * record Ball(double x, double y) {}
   * Display.register(Ball.class, b -> MimeBundle.html("&#9679; at " + b.x(), b.toString()));
   * new Ball(1, 2)                           // looks like that
   * }</pre>
   */
  public static <T> void register(Class<T> type, Function<? super T, MimeBundle> look) {
    Found.RENDERERS.register(
        Objects.requireNonNull(type, "type"), Objects.requireNonNull(look, "look"));
  }

  /**
   * The {@link Renderer} services are those that {@code loader} knows. To be called again when its
   * class path has grown; without a call they are those of the thread's context class loader, as it
   * was at the first need.
   */
  public static void findRenderersIn(ClassLoader loader) {
    Found.RENDERERS.lookIn(loader);
  }

  /** Sends displays to {@code channel} from now on. */
  public static void connect(DisplayChannel channel) {
    CHANNEL.set(channel);
  }

  /** Sends displays to files again, if {@code channel} is where they go now. */
  public static void disconnect(DisplayChannel channel) {
    CHANNEL.compareAndSet(channel, null);
  }

  /** Whether a notebook is looking: displays and their updates are seen as they happen. */
  public static boolean live() {
    return CHANNEL.get() != null;
  }

  /** Shows {@code value} and returns the identity that {@link #update} takes. */
  public static String display(Object value) {
    return show(render(value));
  }

  /**
   * Shows {@code value} in the named forms only. A text is shown as it is in each: {@code
   * display("<i>x</i>", "text/html")}.
   *
   * @throws IllegalArgumentException when the value has none of these forms
   */
  public static String display(Object value, String... mimes) {
    return show(render(value, mimes));
  }

  /** Shows {@code value} in the place of what was displayed as {@code id}. */
  public static void update(String id, Object value) {
    channel().update(id, render(value));
  }

  /** Clears the output of the cell; with {@code wait} only once the next output comes. */
  public static void clear(boolean wait) {
    channel().clear(wait);
  }

  /**
   * The line that the reader answers to {@code prompt}.
   *
   * @throws UncheckedIOException when there is nobody to ask, or the cell is interrupted meanwhile
   */
  public static String input(String prompt) {
    return ask(prompt, false);
  }

  /** As {@link #input}, but what the reader types stays hidden. */
  public static String password(String prompt) {
    return ask(prompt, true);
  }

  /** Puts {@code code} where the reader writes next, as a proposal. */
  public static void setNextInput(String code) {
    channel().proposeNextInput(code);
  }

  private static String ask(String prompt, boolean password) {
    try {
      return channel().ask(prompt, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * What {@code value} looks like, without showing it. A bundle is its own look; null is the text
   * "null".
   */
  public static MimeBundle render(Object value) {
    return value instanceof MimeBundle bundle ? bundle : Found.RENDERERS.render(value);
  }

  /**
   * What {@code value} looks like in the named forms only.
   *
   * @throws IllegalArgumentException when the value has none of these forms
   */
  public static MimeBundle render(Object value, String... mimes) {
    if (mimes.length == 0) {
      return render(value);
    }
    if (value instanceof CharSequence text) {
      return Arrays.stream(mimes)
          .reduce(
              MimeBundle.empty(),
              (bundle, mime) -> bundle.with(mime, text.toString()),
              (one, other) -> other);
    }
    return render(value).only(mimes);
  }

  /** Where this thread's displays go, for use by other threads too; empty without a notebook. */
  static Optional<DisplayChannel> channelOfThisCell() {
    return Optional.ofNullable(CHANNEL.get()).map(DisplayChannel::ofThisCell);
  }

  private static String show(MimeBundle bundle) {
    var id = UUID.randomUUID().toString();
    channel().display(id, bundle);
    return id;
  }

  private static DisplayChannel channel() {
    var connected = CHANNEL.get();
    return connected != null ? connected : Files.CHANNEL;
  }

  /** Made on first use, so that a kernel starts without them. */
  private static final class Found {
    static final Renderers RENDERERS = new Renderers();
  }

  /** Made on first use: most programs with a notebook never need it. */
  private static final class Files {
    static final DisplayChannel CHANNEL = FileChannel.inWorkingFolder();
  }
}
