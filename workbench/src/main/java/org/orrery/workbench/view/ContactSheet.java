package org.orrery.workbench.view;

import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

/**
 * The first clips of a set, playing beside each other.
 *
 * @param film the sheet
 * @param shown how many clips are on it
 */
record ContactSheet(Film film, int shown) {
  private static final int COLUMNS = 8;
  private static final int MOST = 24;
  private static final int WIDTH = 128;

  static ContactSheet of(ClipSet clips) {
    int shown = Math.min(MOST, clips.size());
    List<Clip> first = clips.first(shown).toList();
    List<Panel> panels = first.stream().map(clip -> Panel.of(clip, WIDTH, WIDTH)).toList();
    return new ContactSheet(Film.of(first.get(0).fps(), panels, Math.min(COLUMNS, shown)), shown);
  }
}
