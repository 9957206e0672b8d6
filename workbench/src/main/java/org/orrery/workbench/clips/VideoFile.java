package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A video file, decoded with FFmpeg frame by frame. */
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
    return Files.isRegularFile(path) && ENDINGS.contains(Places.ending(path.toString()));
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    try (VideoDecoder video = VideoDecoder.open(path)) {
      Intake intake = new Intake(Places.stem(path), reading, video.fps());
      return intake.finish(decode(video, intake)).build();
    }
  }

  /** Reads the video of a Tracker project, which knows the time and the scale better. */
  Clip read(Path path, Reading reading, String id, Tracking tracking) throws IOException {
    try (VideoDecoder video = VideoDecoder.open(path)) {
      Intake intake =
          new Intake(id, reading, tracking.fps()).pixelsPerMetre(tracking.pixelsPerMetre());
      int total = decode(video, intake);
      Clip.Builder clip = intake.finish(total);
      tracking.variables(total).forEach(intake::variable);
      return clip.build();
    }
  }

  private static int decode(VideoDecoder video, Intake intake) throws IOException {
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
