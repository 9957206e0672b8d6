package org.orrery.workbench.view;

import org.orrery.workbench.clips.Clip;

/** Where an imagined clip differs from the true one, in colours. */
final class ErrorClip {
  static final String LEGEND =
      "error: orange where the imagination is too bright, blue where it is too dark";

  private ErrorClip() {}

  /** RGB: orange where the imagined grey is brighter than the true one, blue where it is darker. */
  static Clip between(Clip truth, Clip imagined) {
    if (truth.height() != imagined.height() || truth.width() != imagined.width()) {
      throw new IllegalArgumentException(
          "truth and imagination need one size; received %dx%d and %dx%d: use resize(height, width)"
              .formatted(truth.width(), truth.height(), imagined.width(), imagined.height()));
    }
    Clip grey = truth.grey();
    Clip dream = imagined.grey();
    Clip.Builder error =
        Clip.builder("error of " + imagined.id(), 3, truth.height(), truth.width())
            .fps(truth.fps());
    for (int t = 0; t < truth.frames(); t++) {
      error.frame(between(grey.frame(t), dream.frame(t)));
    }
    return error.build();
  }

  private static byte[] between(byte[] truth, byte[] imagined) {
    int pixels = truth.length;
    byte[] colours = new byte[3 * pixels];
    for (int i = 0; i < pixels; i++) {
      int more = (imagined[i] & 0xff) - (truth[i] & 0xff);
      colours[i] = (byte) (more > 0 ? more : 0);
      colours[pixels + i] = (byte) (Math.abs(more) * 2 / 5);
      colours[2 * pixels + i] = (byte) (more < 0 ? -more : 0);
    }
    return colours;
  }
}
