package org.orrery.workbench.clips;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clip: frames of bytes, shape [time, channel, height, width], with what is known about them.
 *
 * <pre>{@code
 * Clip clip = Clips.read("datasets/car-loop/car.trz").slice(0, 32).grey().resize(36, 64);
 * byte[] first = clip.frame(0);                        // [channel, height, width], 0..255
 * float x = clip.variable("position").at(0, 0);        // metres
 * }</pre>
 *
 * One channel is grey, three are red, green and blue. A clip never changes: every transformation
 * returns a new clip. Positions are in image axes (x to the right, y down, from the top-left corner
 * of the frame), so a position in metres times {@link #pixelsPerMetre()} is a place in the frame,
 * where pixel i covers i to i + 1.
 */
public final class Clip {
  private final String id;
  private final Optional<String> film;
  private final double fps;
  private final double pixelsPerMetre;
  private final int channels;
  private final int height;
  private final int width;
  private final List<byte[]> frames;
  private final Map<String, Variable> variables;

  private Clip(Builder builder, List<byte[]> frames) {
    this.id = builder.id;
    this.film = builder.film;
    this.fps = builder.fps;
    this.pixelsPerMetre = builder.pixelsPerMetre;
    this.channels = builder.channels;
    this.height = builder.height;
    this.width = builder.width;
    this.frames = frames;
    this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(builder.variables));
  }

  /** Starts a clip whose frames have the given shape; frames are then added one by one. */
  public static Builder builder(String id, int channels, int height, int width) {
    return new Builder(id, channels, height, width);
  }

  /** The clip's name: stable, and unique within its set. Splits are decided by it. */
  public String id() {
    return id;
  }

  /**
   * The id of what the clip is a part of, its own unless it is a part: a slice's is that of the
   * clip it was cut from, whatever the slice is called, and a camera's that of the event it saw.
   */
  public String film() {
    return film.orElse(id);
  }

  /** The number of frames. */
  public int frames() {
    return frames.size();
  }

  /** 1 (grey) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** The height of a frame in pixels. */
  public int height() {
    return height;
  }

  /** The width of a frame in pixels. */
  public int width() {
    return width;
  }

  /** Frames a second of the thing that was filmed. */
  public double fps() {
    return fps;
  }

  /** The scale of the picture, or NaN when it is not known. */
  public double pixelsPerMetre() {
    return pixelsPerMetre;
  }

  /** A copy of frame {@code t}, shape [channel, height, width]. */
  public byte[] frame(int t) {
    return bytes(t).clone();
  }

  /** Copies frame {@code t} into {@code target} from {@code offset} on; no other memory is used. */
  public void frame(int t, byte[] target, int offset) {
    byte[] source = bytes(t);
    System.arraycopy(source, 0, target, offset, source.length);
  }

  /** What is known at every frame, by name, in the order it was given. */
  public Map<String, Variable> variables() {
    return variables;
  }

  /** The variable of that name; an unknown name is refused with the names there are. */
  public Variable variable(String name) {
    Variable variable = variables.get(name);
    if (variable == null) {
      throw new IllegalArgumentException(
          "clip %s has no variable \"%s\"; it has %s"
              .formatted(id, name, variables.isEmpty() ? "none" : variables.keySet()));
    }
    return variable;
  }

  /**
   * Frames {@code from} (inclusive) to {@code to} (exclusive), under the same id. Under other names
   * too, the slices of a clip stay in one {@link Split}.
   */
  public Clip slice(int from, int to) {
    if (from < 0 || to > frames() || from >= to) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; frames %d to %d were asked for: choose 0 <= from < to <= %d"
              .formatted(id, frames(), from, to, frames()));
    }
    Builder part = like(channels, height, width, pixelsPerMetre);
    variables.values().forEach(variable -> part.variable(variable.slice(from, to)));
    part.frames.addAll(frames.subList(from, to));
    part.film = to - from < frames() ? Optional.of(film()) : film;
    return part.build();
  }

  /**
   * The clip at another size; every new pixel is the mean over the area it covers. The scale
   * follows if both sides shrink alike (within a pixel); otherwise it becomes unknown (NaN).
   */
  public Clip resize(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    double ratio = (double) newWidth / width;
    boolean alike = Math.abs(height * ratio - newHeight) < 1;
    Builder resized =
        like(channels, newHeight, newWidth, alike ? pixelsPerMetre * ratio : Double.NaN);
    AreaMean mean = new AreaMean(channels, height, width, newHeight, newWidth);
    frames.forEach(frame -> resized.frames.add(mean.of(frame)));
    return resized.variables(variables).build();
  }

  /** The clip in one channel, by the luma weights of ITU-R BT.601. */
  public Clip grey() {
    if (channels == 1) {
      return this;
    }
    Builder grey = like(1, height, width, pixelsPerMetre);
    frames.forEach(frame -> grey.frames.add(Grey.of(frame)));
    return grey.variables(variables).build();
  }

  /** The clip with one more variable, or with another in place of the one of that name. */
  public Clip withVariable(Variable variable) {
    Builder more = like(channels, height, width, pixelsPerMetre).variables(variables);
    more.frames.addAll(frames);
    return more.variable(variable).build();
  }

  /** The same clip under another id; a part stays a part of what it was. */
  public Clip named(String newId) {
    return named(newId, film);
  }

  /** The same clip as the file calls it that it was read from, whole or in part. */
  Clip read(String newId, String newFilm, Reading reading) {
    boolean part = reading.from() > 0 || reading.to() < Integer.MAX_VALUE || !newFilm.equals(newId);
    return part || !newId.equals(id)
        ? named(newId, part ? Optional.of(newFilm) : Optional.empty())
        : this;
  }

  private Clip named(String newId, Optional<String> newFilm) {
    Builder renamed =
        builder(newId, channels, height, width).fps(fps).pixelsPerMetre(pixelsPerMetre);
    renamed.film = newFilm;
    renamed.frames.addAll(frames);
    return renamed.variables(variables).build();
  }

  @Override
  public String toString() {
    return "clip %s: %d frames of %dx%d %s at %s fps%s"
        .formatted(
            id,
            frames(),
            width,
            height,
            channels == 1 ? "grey" : "RGB",
            Numbers.show(fps),
            variables.isEmpty() ? "" : ", knows " + String.join(", ", variables.keySet()));
  }

  /** The bytes a clip's frames take. */
  long bytes() {
    return (long) frames() * channels * height * width;
  }

  /** All of the clip but its frames, which are kept elsewhere. */
  Outline withoutFrames() {
    return new Outline(like(channels, height, width, pixelsPerMetre), frames(), variables);
  }

  /** A clip whose frames are kept elsewhere, [time, channel, height, width]. */
  record Outline(Builder shape, int frames, Map<String, Variable> variables) {

    Clip window(int from, int to, ByteBuffer kept) {
      if (from < 0 || to > frames || from >= to) {
        throw new IllegalArgumentException(
            "clip %s has %d frames; frames %d to %d were asked for: choose 0 <= from < to <= %d"
                .formatted(shape.id, frames, from, to, frames));
      }
      Builder window = builder(shape.id, shape.channels, shape.height, shape.width);
      window.fps(shape.fps).pixelsPerMetre(shape.pixelsPerMetre);
      window.film = to - from < frames ? Optional.of(shape.film.orElse(shape.id)) : shape.film;
      int size = shape.channels * shape.height * shape.width;
      for (int t = from; t < to; t++) {
        byte[] frame = new byte[size];
        kept.get(t * size, frame);
        window.frames.add(frame);
      }
      for (Variable variable : variables.values()) {
        window.variable(from == 0 && to == frames ? variable : variable.slice(from, to));
      }
      return window.build();
    }
  }

  private byte[] bytes(int t) {
    if (t < 0 || t >= frames()) {
      throw new IndexOutOfBoundsException(
          "clip %s has %d frames; frame %d was asked for: choose 0 to %d"
              .formatted(id, frames(), t, frames() - 1));
    }
    return frames.get(t);
  }

  private Builder like(int channels, int height, int width, double scale) {
    Builder like = builder(id, channels, height, width).fps(fps).pixelsPerMetre(scale);
    like.film = film;
    return like;
  }

  /**
   * Collects the frames of a new clip.
   *
   * <pre>{@code
   * Clip.builder("ball-7", 1, 64, 64).fps(25).pixelsPerMetre(10).frame(bytes).variable(g).build()
   * }</pre>
   */
  public static final class Builder {
    private final String id;
    private final int channels;
    private final int height;
    private final int width;
    private final List<byte[]> frames = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private Optional<String> film = Optional.empty();
    private double fps = 25;
    private double pixelsPerMetre = Double.NaN;

    private Builder(String id, int channels, int height, int width) {
      if ((channels != 1 && channels != 3) || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "clip %s: frames have 1 or 3 channels and at least one pixel; received [%d, %d, %d]"
                .formatted(id, channels, height, width));
      }
      this.id = id;
      this.channels = channels;
      this.height = height;
      this.width = width;
    }

    /** Sets the frames a second; 25 unless told. */
    public Builder fps(double fps) {
      if (!(fps > 0 && fps < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "clip %s: frames a second must be above 0; received %s".formatted(id, fps));
      }
      this.fps = fps;
      return this;
    }

    /** Sets the scale; NaN (the default) says that it is not known. */
    public Builder pixelsPerMetre(double scale) {
      if (scale <= 0 || Double.isInfinite(scale)) {
        throw new IllegalArgumentException(
            "clip %s: pixels a metre must be above 0, or NaN; received %s".formatted(id, scale));
      }
      this.pixelsPerMetre = scale;
      return this;
    }

    /** Adds a copy of a frame of shape [channel, height, width]. */
    public Builder frame(byte[] frame) {
      if (frame.length != channels * height * width) {
        throw new IllegalArgumentException(
            "clip %s: frame %d needs %d bytes for [%d, %d, %d]; received %d"
                .formatted(
                    id,
                    frames.size(),
                    channels * height * width,
                    channels,
                    height,
                    width,
                    frame.length));
      }
      frames.add(frame.clone());
      return this;
    }

    /** Adds a variable, or replaces the one of that name. */
    public Builder variable(Variable variable) {
      variables.put(variable.name(), variable);
      return this;
    }

    /** The clip; refused without frames or when a variable covers another number of frames. */
    public Clip build() {
      if (frames.isEmpty()) {
        throw new IllegalArgumentException("clip %s has no frames".formatted(id));
      }
      for (Variable variable : variables.values()) {
        if (variable.frames() != frames.size()) {
          throw new IllegalArgumentException(
              "clip %s has %d frames; its variable %s has values for %d"
                  .formatted(id, frames.size(), variable.name(), variable.frames()));
        }
      }
      return new Clip(this, List.copyOf(frames));
    }

    private Builder variables(Map<String, Variable> more) {
      variables.putAll(more);
      return this;
    }
  }
}
