package org.orrery.workbench.clips;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One frame as bytes of shape [channel, height, width]. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Picture(int channels, int height, int width, byte[] bytes) {
  private static final long MOST_PIXELS = 100_000_000;

  /**
   * Decodes a PNG, JPEG or TIFF file, upright as its camera says; one that is cut short is refused,
   * never filled up.
   */
  static Picture decode(byte[] file) throws IOException {
    return Exif.orientation(file).upright(stored(file));
  }

  /** The same, as it is stored, whatever its camera says. */
  static Picture stored(byte[] file) throws IOException {
    if (file.length == 0) {
      throw new IOException("the picture is empty (0 bytes)");
    }
    ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IOException(
          "the picture is none of PNG, JPEG and TIFF (%d bytes)".formatted(file.length));
    }
    ImageReader reader = readers.next();
    String[] warning = new String[1];
    try {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener((IIOReadWarningListener) (from, text) -> warning[0] = text);
      refuseHuge(reader.getWidth(0), reader.getHeight(0));
      BufferedImage image = reader.read(0);
      if (warning[0] != null) {
        throw new IOException(warning[0]);
      }
      return of(image);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "the picture is broken or cut short (%d bytes): %s"
              .formatted(file.length, e.getMessage()),
          e);
    } finally {
      reader.dispose();
    }
  }

  boolean sameShape(Picture other) {
    return channels == other.channels && height == other.height && width == other.width;
  }

  String shape() {
    return "%dx%d %s".formatted(width, height, channels == 1 ? "grey" : "RGB");
  }

  /** In one channel; for pictures that say they are grey but hold three equal channels. */
  Picture grey() {
    return channels == 1 ? this : new Picture(1, height, width, Grey.of(bytes));
  }

  private static Picture of(BufferedImage image) throws IOException {
    int stored = image.getSampleModel().getDataType();
    if (stored != DataBuffer.TYPE_BYTE
        && stored != DataBuffer.TYPE_USHORT
        && stored != DataBuffer.TYPE_INT) {
      throw new IOException("its pixels are not whole numbers of 8 or 16 bits; save it as such");
    }
    ColorModel model = image.getColorModel();
    return model.getNumComponents() <= 2 && !(model instanceof IndexColorModel)
        ? ofGrey(image)
        : ofColours(image);
  }

  /** Reads the samples themselves: getRGB would brighten greys through a linear colour space. */
  private static Picture ofGrey(BufferedImage image) {
    int shift = image.getColorModel().getComponentSize(0) - 8;
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int[] row = new int[width];
    byte[] bytes = new byte[image.getHeight() * width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        bytes[y * width + x] =
            (byte) (shift >= 0 ? row[x] >> shift : (row[x] * 255) >> (8 + shift));
      }
    }
    return new Picture(1, image.getHeight(), width, bytes);
  }

  private static Picture ofColours(BufferedImage image) {
    int width = image.getWidth();
    int pixels = image.getHeight() * width;
    byte[] bytes = new byte[3 * pixels];
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getSize() == bytes.length) {
      byte[] bgr = buffer.getData();
      for (int i = 0; i < pixels; i++) {
        bytes[i] = bgr[3 * i + 2];
        bytes[pixels + i] = bgr[3 * i + 1];
        bytes[2 * pixels + i] = bgr[3 * i];
      }
      return new Picture(3, image.getHeight(), width, bytes);
    }
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        bytes[i] = (byte) (row[x] >> 16);
        bytes[pixels + i] = (byte) (row[x] >> 8);
        bytes[2 * pixels + i] = (byte) row[x];
      }
    }
    return new Picture(3, image.getHeight(), width, bytes);
  }

  private static void refuseHuge(int width, int height) throws IOException {
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException("%dx%d pixels are more than a frame may have".formatted(width, height));
    }
  }
}
