package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Clips whose frames lie one after the other in one array, with the arrays of their variables.
 *
 * @param pixels the frames of all clips, [frame, ...]
 * @param variables arrays with a row for every frame
 * @param episodes which rows are which clip
 * @param notes what the file itself says about rate, scale, names and units
 * @param layout how the pixels of a frame lie
 */
record ArrayClips(
    Rows pixels, List<Rows> variables, List<Episode> episodes, ArrayNotes notes, PixelLayout layout)
    implements Archive {
  private static final int BLOCK = 16 << 20;

  /**
   * [time, ...] is one clip, [clip, time, ...] is many; arrays with the same axes are variables.
   */
  static ArrayClips of(String id, List<Rows> arrays, ArrayNotes notes) throws IOException {
    Rows found = PixelArray.among(arrays);
    int[] shape = found.shape();
    boolean many = shape.length == 5;
    List<Rows> variables = new ArrayList<>();
    for (Rows rows : arrays) {
      if (rows != found && fits(rows, shape, many ? 2 : 1)) {
        variables.add(many ? rows.merged() : rows);
      }
    }
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < (many ? shape[0] : 1); i++) {
      int frames = shape[many ? 1 : 0];
      String name = many ? notes.id().orElse(id) + "-" + i : notes.id().orElse(id);
      episodes.add(new Episode(name, i * frames, frames));
    }
    return of(many ? found.merged() : found, variables, episodes, notes);
  }

  static ArrayClips of(Rows pixels, List<Rows> variables, List<Episode> episodes, ArrayNotes notes)
      throws IOException {
    int[] frame = Arrays.copyOfRange(pixels.shape(), 1, pixels.shape().length);
    return new ArrayClips(pixels, variables, episodes, notes, PixelLayout.of(frame, pixels.name()));
  }

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public String id(int index) {
    return episodes.get(index).id();
  }

  @Override
  public OptionalInt frames(int index) {
    return OptionalInt.of(episodes.get(index).frames());
  }

  @Override
  public Clip read(int index, Reading reading) throws IOException {
    Episode episode = episodes.get(index);
    Intake intake =
        new Intake(episode.id(), reading, notes.fps())
            .pixelsPerMetre(notes.pixelsPerMetre())
            .outOf(episode.frames());
    int end = Math.min(episode.frames(), reading.to());
    int block = Math.max(1, BLOCK / layout.size());
    for (int from = reading.from(); from < end; from += block) {
      int to = Math.min(end, from + block);
      byte[] bytes = PixelValues.read(pixels, episode.from() + from, episode.from() + to);
      for (int t = from; t < to; t++) {
        if (intake.wants(t)) {
          intake.add(t, layout.picture(bytes, (t - from) * layout.size()));
        }
      }
    }
    Clip.Builder clip = intake.finish(episode.frames());
    for (Rows rows : variables) {
      double[] numbers = rows.numbers(episode.from(), episode.from() + episode.frames());
      intake.variable(notes.variable(rows.name(), numbers, episode.frames()));
    }
    return clip.build();
  }

  /** Whether it has a value, or a few, for every frame. */
  private static boolean fits(Rows rows, int[] pixels, int axes) {
    int[] shape = rows.shape();
    return (shape.length == axes || shape.length == axes + 1)
        && Arrays.equals(shape, 0, axes, pixels, 0, axes)
        && rows.rowSize() > 0;
  }
}
