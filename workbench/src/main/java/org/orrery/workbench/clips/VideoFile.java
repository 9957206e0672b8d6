package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A video file, decoded with FFmpeg frame by frame. One of varying rate is told at a steady rate:
 * frames are shown again where time passes without one, as the ffmpeg program's fps filter does.
 */
final class VideoFile implements Format {
  private static final Set<String> ENDINGS =
      Set.of(
          "mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ts", "ogv", "gif", "png",
          "apng");

  @Override
  public String name() {
    return "a video";
  }

  @Override
  public boolean matches(Path path) {
    return Files.isRegularFile(path) && knows(path.toString());
  }

  /** Whether a name ends as a video's does. */
  static boolean knows(String name) {
    return ENDINGS.contains(Places.ending(name));
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    return read(VideoPlace.of(path), Places.stem(path), reading);
  }

  static Clip read(VideoPlace place, String id, Reading reading) throws IOException {
    return read(place, id, reading, Double.NaN);
  }

  static Clip read(VideoPlace place, String id, Reading reading, double scale) throws IOException {
    try (VideoDecoder video = VideoDecoder.open(place)) {
      Intake intake = new Intake(id, reading, video.fps()).outOf(video.indexed());
      Clip.Builder clip = intake.finish(steadily(video, reading, intake));
      // Intake sees pictures that were shrunk already.
      return clip.pixelsPerMetre(scale * video.shrunk()).build();
    }
  }

  /** Reads the video of a Tracker project, which counts frames and knows time and scale better. */
  Clip read(Path path, Reading reading, String id, TrackerFile tracking) throws IOException {
    try (VideoDecoder video = VideoDecoder.open(path)) {
      Intake intake =
          new Intake(id, reading, tracking.fps())
              .pixelsPerMetre(tracking.pixelsPerMetre())
              .outOf(video.indexed());
      int total = asStored(video, intake);
      Clip.Builder clip = intake.finish(total);
      tracking.variables(total).forEach(intake::variable);
      return clip.build();
    }
  }

  /** Decodes by the clock; the number of ticks seen. */
  static int steadily(VideoDecoder video, Reading reading, Intake intake) throws IOException {
    video.seek(reading.from());
    int index = 0;
    while (!intake.full(index) && video.next()) {
      Picture picture = null;
      for (long tick = video.tick(); tick < video.tick() + video.ticks(); tick++) {
        index = Math.toIntExact(tick);
        if (index >= 0 && intake.wants(index)) {
          picture = picture == null ? video.picture(reading) : picture;
          intake.add(index, picture);
        }
        index++;
      }
    }
    return index;
  }

  private static int asStored(VideoDecoder video, Intake intake) throws IOException {
    int index = 0;
    while (!intake.full(index) && video.next()) {
      if (intake.wants(index)) {
        intake.add(index, video.picture());
      }
      index++;
    }
    return index;
  }
}
