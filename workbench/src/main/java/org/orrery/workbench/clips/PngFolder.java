package org.orrery.workbench.clips;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a clip as a folder of PNG frames, with what else is known about it in clip.json. */
final class PngFolder {
  /** What is known about the frames beside it. */
  static final String NOTES = "clip.json";

  private PngFolder() {}

  static void write(Clip clip, Path folder) throws IOException {
    try {
      org.orrery.workbench.files.Aside.folder(folder, aside -> fill(clip, aside));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void fill(Clip clip, Path folder) throws IOException {
    for (int t = 0; t < clip.frames(); t++) {
      int type = clip.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
      BufferedImage image = new BufferedImage(clip.width(), clip.height(), type);
      WritableRaster raster = image.getRaster();
      byte[] frame = clip.frame(t);
      int[] plane = new int[clip.height() * clip.width()];
      for (int c = 0; c < clip.channels(); c++) {
        for (int i = 0; i < plane.length; i++) {
          plane[i] = frame[c * plane.length + i] & 0xff;
        }
        raster.setSamples(0, 0, clip.width(), clip.height(), c, plane);
      }
      Path file = folder.resolve("%06d.png".formatted(t));
      if (!ImageIO.write(image, "png", file.toFile())) {
        throw new IOException("this Java platform writes no PNG");
      }
    }
    Files.writeString(folder.resolve(NOTES), notes(clip));
  }

  private static String notes(Clip clip) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode notes = (ObjectNode) json.readTree(ArrayNotes.json(clip));
    for (var one : notes.path("variables")) {
      ArrayNode values = ((ObjectNode) one).putArray("values");
      for (float[] row : clip.variable(one.path("name").asString()).values()) {
        ArrayNode frame = values.addArray();
        for (float value : row) {
          if (Float.isNaN(value)) {
            frame.addNull();
          } else {
            frame.add(value);
          }
        }
      }
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(notes);
  }
}
