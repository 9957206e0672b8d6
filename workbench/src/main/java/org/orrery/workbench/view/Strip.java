package org.orrery.workbench.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.orrery.kernel.display.Display;
import org.orrery.workbench.clips.Clip;

/** Frames of a clip in a row, the marked ones framed, each with one before and one after it. */
final class Strip {
  private static final int SIDE = 72;
  private static final int GAP = 6;
  private static final int HEAD = 16;

  private Strip() {}

  /** The frames around each of {@code marked}, at most twelve of them. */
  static String html(Clip clip, int[] marked) {
    int[] frames =
        Arrays.stream(marked)
            .flatMap(t -> Arrays.stream(new int[] {t - 1, t, t + 1}))
            .filter(t -> t >= 0 && t < clip.frames())
            .distinct()
            .sorted()
            .limit(12)
            .toArray();
    double scale = (double) SIDE / Math.max(clip.height(), clip.width());
    int height = Math.max(1, (int) Math.round(scale * clip.height()));
    int width = Math.max(1, (int) Math.round(scale * clip.width()));
    int columns = frames.length;
    BufferedImage image =
        new BufferedImage(
            columns * (width + GAP), height + HEAD + GAP, BufferedImage.TYPE_INT_ARGB);
    Graphics2D ink = image.createGraphics();
    ink.setFont(ink.getFont().deriveFont(11f));
    Clip small = clip.resize(height, width);
    for (int i = 0; i < columns; i++) {
      int t = frames[i];
      boolean flagged = Arrays.stream(marked).anyMatch(m -> m == t);
      int left = i * (width + GAP) + GAP / 2;
      ink.setColor(flagged ? Palette.colour(1) : Color.GRAY);
      ink.drawString(Integer.toString(t), left, HEAD - 4);
      ink.drawImage(picture(small, t), left, HEAD, null);
      if (flagged) {
        ink.setStroke(new BasicStroke(2));
        ink.drawRect(left - 1, HEAD - 1, width + 1, height + 1);
      }
    }
    ink.dispose();
    String png = (String) Display.render(image).data().get("image/png");
    return "<img alt=\"frames %s\" style=\"display:block;max-width:100%%\" src=\"data:image/png;base64,%s\">"
        .formatted(Arrays.toString(frames), png);
  }

  private static BufferedImage picture(Clip clip, int t) {
    byte[] frame = clip.frame(t);
    int pixels = clip.height() * clip.width();
    BufferedImage picture =
        new BufferedImage(clip.width(), clip.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels; i++) {
      int colour = 0;
      for (int c = 0; c < 3; c++) {
        colour = colour << 8 | frame[(clip.channels() == 1 ? 0 : c) * pixels + i] & 0xff;
      }
      picture.setRGB(i % clip.width(), i / clip.width(), colour);
    }
    return picture;
  }
}
