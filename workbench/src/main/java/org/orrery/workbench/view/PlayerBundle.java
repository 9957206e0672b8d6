package org.orrery.workbench.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;

/**
 * The three forms of a player in one bundle: HTML with the video, an animated PNG, and text. Each
 * is kept small enough for a notebook file.
 */
final class PlayerBundle {
  private static final int MOST_VIDEO_BYTES = 700_000;
  private static final int MOST_PICTURE_BYTES = 600_000;
  private static final int FEW_FRAMES = 16;

  /** The controls would cover the picture; where scripts may run, they wait for the pointer. */
  private static final String QUIET_CONTROLS =
      "tabindex=\"0\" onloadeddata=\"this.controls=false\""
          + " onmouseenter=\"this.controls=true\" onmouseleave=\"this.controls=false\""
          + " onfocus=\"this.controls=true\" onblur=\"this.controls=false\"";

  private final Film film;
  private final Caption caption;

  PlayerBundle(Film film, Caption caption) {
    this.film = film;
    this.caption = caption;
  }

  MimeBundle bundle() {
    return MimeBundle.html(html(), caption.text())
        .with("image/png", picture())
        .withMetadata("image/png", Map.of("width", film.clip().width()));
  }

  private String html() {
    String video = Base64.getEncoder().encodeToString(video());
    return """
        <figure style="margin:0;display:inline-block;max-width:100%%">
        <video controls loop autoplay muted playsinline width="%d" height="%d" %s \
        style="display:block;max-width:100%%;height:auto" aria-label="%s" \
        src="data:video/webm;base64,%s"></video>
        %s</figure>
        """
        .formatted(
            film.clip().width(),
            film.clip().height(),
            QUIET_CONTROLS,
            Html.escaped(caption.text()),
            video,
            caption.html());
  }

  private byte[] video() {
    Clip clip = film.clip();
    byte[] video = encoded(clip, ".webm");
    while (video.length > MOST_VIDEO_BYTES && clip.width() > 64) {
      clip = scaled(clip, 0.7);
      video = encoded(clip, ".webm");
    }
    return video;
  }

  /** Lossless frames of a real scene are large: then fewer and smaller ones are stored. */
  private byte[] picture() {
    Clip clip = film.clip();
    double size = (double) encoded(clip.slice(0, 1), ".png").length * clip.frames();
    if (size > MOST_PICTURE_BYTES) {
      int stride = (clip.frames() + FEW_FRAMES - 1) / FEW_FRAMES;
      clip = everyNth(clip, stride);
      size /= stride;
    }
    if (size > MOST_PICTURE_BYTES) {
      clip = scaled(clip, Math.sqrt(MOST_PICTURE_BYTES / size));
    }
    byte[] picture = encoded(clip, ".png");
    while (picture.length > MOST_PICTURE_BYTES && clip.width() > 64) {
      clip = scaled(clip, 0.85);
      picture = encoded(clip, ".png");
    }
    return picture;
  }

  private static Clip everyNth(Clip clip, int n) {
    Clip.Builder fewer =
        Clip.builder(clip.id(), clip.channels(), clip.height(), clip.width()).fps(clip.fps() / n);
    for (int t = 0; t < clip.frames(); t += n) {
      fewer.frame(clip.frame(t));
    }
    return fewer.build();
  }

  private static Clip scaled(Clip clip, double ratio) {
    return clip.resize(even(clip.height() * ratio), even(clip.width() * ratio));
  }

  private static int even(double size) {
    return 2 * Math.max(1, (int) (size / 2));
  }

  private static byte[] encoded(Clip clip, String ending) {
    try {
      Path file = Files.createTempFile("orrery-player-", ending);
      try {
        Clips.write(clip, file);
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "a clip is encoded through a file in %s; make that folder writable"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }
}
