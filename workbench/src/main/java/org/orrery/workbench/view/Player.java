package org.orrery.workbench.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;

/**
 * Plays clips in a notebook: one clip, several side by side, or a contact sheet of a whole set.
 *
 * <pre>{@code
 * Player.of(clip)                                              // as the last line of a cell: it plays
 * Player.compare(truth, imagination).save(Path.of("dream.webm"))
 * Player.sideBySide(titled)                                    // Map<String, Clip>, in its order
 * }</pre>
 *
 * Shown as a looping video, as an animated picture where no video can be (GitHub, exported pages),
 * and as a line of text. Small frames are enlarged by a whole number, so that a pixel stays a
 * square; large ones are shrunk to 480 pixels. More than 30 frames a second are played slower, and
 * the caption says how much. Immutable.
 */
public final class Player {
  private static final int SINGLE_WIDTH = 480;
  private static final int PANEL_WIDTH = 288;
  private static final int GOAL_WIDTH = 256;

  private final Film film;
  private final Caption caption;

  private Player(Film film, Caption caption) {
    this.film = film;
    this.caption = caption;
  }

  /** Plays one clip, with what is known about it below. */
  public static Player of(Clip clip) {
    Film film = Film.of(clip.fps(), List.of(Panel.of(clip, SINGLE_WIDTH, GOAL_WIDTH)), 1);
    return new Player(film, Caption.of(clip, film.slowness()));
  }

  /** Plays a contact sheet of the first 24 clips, with what is known about the set below. */
  public static Player of(ClipSet clips) {
    ContactSheet sheet = ContactSheet.of(clips);
    return new Player(sheet.film(), Caption.of(clips, sheet.shown(), sheet.film().slowness()));
  }

  /**
   * Plays clips of one length beside each other under their titles, in the order of the map.
   *
   * @throws IllegalArgumentException if there is none, or if their lengths differ
   */
  public static Player sideBySide(Map<String, Clip> titled) {
    Clip first = Panels.checked(titled);
    List<Panel> panels = new ArrayList<>();
    titled.forEach(
        (title, clip) -> panels.add(Panel.of(clip, PANEL_WIDTH, GOAL_WIDTH).titled(title)));
    Film film = Film.of(first.fps(), panels, panels.size());
    return new Player(film, Caption.of(titled, film.slowness()));
  }

  /**
   * Plays truth, imagination and their difference: orange where the imagination is brighter than
   * the truth, blue where it is darker.
   *
   * @throws IllegalArgumentException if the clips differ in length or size
   */
  public static Player compare(Clip truth, Clip imagination) {
    Map<String, Clip> titled = new LinkedHashMap<>();
    titled.put("truth", truth);
    titled.put("imagination", imagination);
    Panels.checked(titled);
    titled.put("error", ErrorClip.between(truth, imagination));
    Player player = sideBySide(titled);
    return new Player(player.film, player.caption.and(ErrorClip.LEGEND));
  }

  /** Writes what is played, without its caption, as .webm, .mp4 or .png (animated). */
  public void save(Path path) {
    Clips.write(film.clip(), path);
  }

  /** Everything a front end needs to play it. */
  MimeBundle bundle() {
    return new PlayerBundle(film, caption).bundle();
  }

  @Override
  public String toString() {
    return caption.text();
  }
}
