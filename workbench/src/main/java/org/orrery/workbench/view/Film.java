package org.orrery.workbench.view;

import java.util.Arrays;
import java.util.List;
import org.orrery.workbench.clips.Clip;

/**
 * Panels on a white ground, ready to be encoded.
 *
 * @param clip the whole picture, frame by frame, at the rate it is played
 * @param slowness how many times slower than filmed it is played
 */
record Film(Clip clip, int slowness) {
  private static final int GAP = 8;
  private static final double FASTEST = 30;

  /** Lays panels out in rows of {@code columns}; the longest clip gives the length. */
  static Film of(double fps, List<Panel> panels, int columns) {
    boolean titled = panels.stream().anyMatch(panel -> !panel.title().isEmpty());
    int channels = panels.stream().mapToInt(panel -> panel.clip().channels()).max().orElseThrow();
    int frames = panels.stream().mapToInt(panel -> panel.clip().frames()).max().orElseThrow();
    Grid grid = Grid.of(panels, columns, GAP, titled ? Title.HEIGHT : 0);
    byte[] ground = ground(panels, grid, channels);
    int slowness = (int) Math.max(1, Math.ceil(fps / FASTEST));
    Clip.Builder film =
        Clip.builder("film", channels, grid.height(), grid.width()).fps(fps / slowness);
    for (int t = 0; t < frames; t++) {
      byte[] frame = ground.clone();
      for (int i = 0; i < panels.size(); i++) {
        paste(frame, grid, i, panels.get(i), t, channels);
      }
      film.frame(frame);
    }
    return new Film(film.build(), slowness);
  }

  private static byte[] ground(List<Panel> panels, Grid grid, int channels) {
    byte[] ground = new byte[channels * grid.height() * grid.width()];
    Arrays.fill(ground, (byte) 255);
    for (int i = 0; i < panels.size(); i++) {
      if (!panels.get(i).title().isEmpty()) {
        byte[] title = Title.draw(panels.get(i).title(), grid.cellWidth());
        for (int c = 0; c < channels; c++) {
          grid.paste(ground, c, grid.top(i) - Title.HEIGHT, grid.left(i), title, grid.cellWidth());
        }
      }
    }
    return ground;
  }

  private static void paste(byte[] frame, Grid grid, int i, Panel panel, int t, int channels) {
    Clip clip = panel.clip();
    byte[] all = panel.frame(t);
    int pixels = clip.height() * clip.width();
    int top = grid.top(i) + (grid.cellHeight() - clip.height()) / 2;
    int left = grid.left(i) + (grid.cellWidth() - clip.width()) / 2;
    for (int c = 0; c < channels; c++) {
      int from = clip.channels() == 1 ? 0 : c * pixels;
      grid.paste(frame, c, top, left, Arrays.copyOfRange(all, from, from + pixels), clip.width());
    }
  }
}
