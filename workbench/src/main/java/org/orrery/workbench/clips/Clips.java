package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where clips come from.
 *
 * <pre>{@code
 * ClipSet made = Clips.of(Worlds.bouncingBall().gravity(1, 12), 1000).seed(7);
 * Clip car = Clips.read("datasets/car-loop");
 * Clip small = Clips.read("loop.mp4", Reading.all().frames(0, 32).fit(64, 64).grey());
 * }</pre>
 *
 * Videos (mp4, mov, avi, mkv, webm), animated pictures (GIF, APNG), folders of PNG, JPEG or TIFF
 * frames, NumPy's .npy and .npz, HDF5, LeRobot folders, WebDataset tars, Tracker projects (.trz,
 * .trk), dataset folders with a {@code card.json} and folders of all these are read; {@link Format}
 * adds others. A relative path is looked for in the working directory, then in the checkout that
 * the environment variable ORRERY_HOME (or the system property {@code orrery.home}) names.
 */
public final class Clips {
  private Clips() {}

  /** A set of {@code n} clips made by a source when they are asked for; seed 0 unless told. */
  public static ClipSet of(ClipSource source, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a set needs at least one clip; received " + n);
    }
    return new ClipSet(new GeneratedStore(source, n, 0));
  }

  /** A set of the given clips, in their order; two clips of one id are refused. */
  public static ClipSet of(List<Clip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("a set needs at least one clip; received none");
    }
    return new ClipSet(new ListStore(clips));
  }

  /** Reads a whole clip. */
  public static Clip read(String path) {
    return read(Path.of(path));
  }

  /** Reads a whole clip. */
  public static Clip read(Path path) {
    return read(path, Reading.all());
  }

  /** Reads the frames of a clip that are asked for. */
  public static Clip read(String path, Reading reading) {
    return read(Path.of(path), reading);
  }

  /**
   * Reads the frames of a clip that are asked for.
   *
   * @throws ClipReadException if the file is missing, empty, cut short or of no known format, or if
   *     the frames take more than three quarters of the heap
   */
  public static Clip read(Path path, Reading reading) {
    return Formats.read(Places.find(path), reading);
  }

  /** Opens all clips of a file or folder as a set. */
  public static ClipSet open(String path) {
    return open(Path.of(path), Reading.all());
  }

  /** Opens all clips of a file or folder as a set, each read as it is said. */
  public static ClipSet open(String path, Reading reading) {
    return open(Path.of(path), reading);
  }

  /**
   * Opens all clips of a file or folder as a set; a clip is decoded when it is asked for, each
   * time.
   *
   * @throws ClipReadException if the file is missing or of no known format; a broken clip in it is
   *     told of when it is read
   */
  public static ClipSet open(Path path, Reading reading) {
    return Formats.open(Places.find(path), reading);
  }

  /** The formats that are known, in the order in which they are tried. */
  public static List<Format> formats() {
    return List.copyOf(Formats.all());
  }

  /**
   * Writes a clip by the path's ending: a video (.mp4, .webm), an animated picture (.gif, .png or
   * .apng), an array (.npz, .h5), or without an ending a folder of PNG frames. The last three keep
   * every pixel and variable; GIF has at most 256 colours.
   */
  public static void write(Clip clip, Path path) {
    try {
      Writing.write(clip, path);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write clip %s to %s: %s".formatted(clip.id(), path, e.getMessage()), e);
    }
  }

  /**
   * Writes clips of one size, one rate and the same variables: as .h5 in stable-worldmodel's
   * layout, or without an ending as a LeRobot v3 folder, whose video is H.264 and so not exact.
   */
  public static void write(ClipSet clips, Path path) {
    try {
      Writing.write(clips, path);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s to %s: %s".formatted(clips, path, e.getMessage()), e);
    }
  }
}
