package org.orrery.workbench.view;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.orrery.kernel.display.Html;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipReadException;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Reading;
import org.orrery.workbench.files.Aside;
import org.orrery.workbench.physics.Physics;
import org.orrery.workbench.physics.VideoReport;

/** Watches one video and writes what is wrong with it: {@code orrery watch} in a JVM of its own. */
final class WatchedVideo {
  /** Larger frames are watched at this size at most, so they are read at it. */
  private static final int LARGEST = 320;

  private WatchedVideo() {}

  /**
   * Runs {@code VIDEO FPS HTML JSON}; an empty FPS is what the video says, and an empty HTML or
   * JSON is not written. Exit code 1 when the video cannot be read or a file not be written, never
   * for what the video shows.
   */
  public static void main(String[] args) {
    try {
      Reading reading = Reading.all().fit(LARGEST, LARGEST);
      Clip clip =
          Clips.read(
              Path.of(args[0]),
              args[1].isEmpty() ? reading : reading.fps(Double.parseDouble(args[1])));
      VideoReport report = Physics.watch(clip);
      System.out.println(report);
      if (!args[2].isEmpty()) {
        Aside.text(Path.of(args[2]), page(report));
        System.out.println("page  " + args[2]);
      }
      if (!args[3].isEmpty()) {
        report.json(Path.of(args[3]));
        System.out.println("json  " + args[3]);
      }
    } catch (ClipReadException | IllegalArgumentException | UncheckedIOException e) {
      System.out.println("orrery: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static String page(VideoReport report) {
    String title = "Is %s possible?".formatted(report.clip().id());
    return Page.of(
        title, "<h3>%s</h3>%s".formatted(Html.escaped(title), VideoReportRenderer.html(report)));
  }
}
