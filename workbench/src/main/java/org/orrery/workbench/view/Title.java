package org.orrery.workbench.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws the title above a panel: dark text on white. */
final class Title {
  static final int HEIGHT = 26;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

  private Title() {}

  /** Grey bytes of shape [HEIGHT, width]; a long title is set narrower until it fits. */
  static byte[] draw(String text, int width) {
    BufferedImage image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, HEIGHT);
    g.setColor(new Color(40, 40, 40));
    g.setFont(fitting(g, text, width));
    g.drawString(text, 1, HEIGHT - 9);
    g.dispose();
    byte[] grey = new byte[HEIGHT * width];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (image.getRGB(i % width, i / width) >> 8);
    }
    return grey;
  }

  private static Font fitting(Graphics2D g, String text, int width) {
    int wide = g.getFontMetrics(FONT).stringWidth(text) + 2;
    return wide <= width ? FONT : FONT.deriveFont(Math.max(8f, 15f * width / wide));
  }
}
