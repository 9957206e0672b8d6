package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a camera that was held otherwise come out upright. */
class ExifTest {
  @TempDir Path folder;

  /**
   * The stored picture is 32 wide and 16 high, of blocks of 16: a dark one on the left, a bright
   * one on the right, the upper half of each a little darker. Where the dark block and the darker
   * half are shown is what the tag's number means (Exif 2.32, table 6).
   */
  @ParameterizedTest
  @CsvSource({
    "1, false, 'a b/A B'",
    "2, false, 'b a/B A'",
    "3, true, 'B A/b a'",
    "4, false, 'A B/a b'",
    "5, true, 'a A/b B'",
    "6, false, 'A a/B b'",
    "7, true, 'B b/A a'",
    "8, true, 'b B/a A'"
  })
  void allEightWaysToHoldACamera(int tag, boolean bigEndian, String shown) throws IOException {
    Files.write(
        folder.resolve("0.jpg"),
        jpeg(tag, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));

    Clip clip = Clips.read(folder, Reading.all().fps(24));

    assertThat(show(clip)).isEqualTo(shown);
  }

  @Test
  void thePngChunkAndTheTiffDirectoryCountAsWell() throws IOException {
    byte[] png = written("png");
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(png, 0, 33);
    HostileFilesTest.chunk(turned, "eXIf", directory(6, ByteOrder.BIG_ENDIAN));
    turned.write(png, 33, png.length - 33);
    Path pngs = Files.createDirectory(folder.resolve("pngs"));
    Files.write(pngs.resolve("0.png"), turned.toByteArray());
    Path tiffs = Files.createDirectory(folder.resolve("tiffs"));
    Files.write(tiffs.resolve("0.tif"), tiff(8));

    assertThat(show(Clips.read(pngs, Reading.all().fps(24)))).isEqualTo("A a/B b");
    assertThat(show(Clips.read(tiffs, Reading.all().fps(24)))).isEqualTo("b B/a A");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 700})
  void aNumberThatMeansNothingTurnsNothing(int tag) throws IOException {
    Files.write(folder.resolve("0.jpg"), jpeg(tag, ByteOrder.LITTLE_ENDIAN));

    assertThat(show(Clips.read(folder, Reading.all().fps(24)))).isEqualTo("a b/A B");
  }

  @Test
  void aBrokenSegmentTurnsNothingAndHangsNothing() throws IOException {
    byte[] whole = jpeg(6, ByteOrder.LITTLE_ENDIAN);
    for (int at = 2; at < 46; at++) {
      for (int value : new int[] {0, 0x7f, 0xff}) {
        byte[] broken = whole.clone();
        broken[at] = (byte) value;
        assertThat(Exif.orientation(broken)).isNotNull();
      }
    }
    for (int length = 0; length < 46; length++) {
      assertThat(Exif.orientation(Arrays.copyOf(whole, length))).isNotNull();
    }
  }

  /** Quarters of the picture: a and b above A and B as stored, by their brightness. */
  private static String show(Clip clip) {
    boolean wide = clip.width() > clip.height();
    assertThat(clip.width() * clip.height()).isEqualTo(32 * 16);
    int[] xs = wide ? new int[] {8, 24} : new int[] {4, 12};
    int[] ys = wide ? new int[] {4, 12} : new int[] {8, 24};
    StringBuilder text = new StringBuilder();
    for (int y : ys) {
      for (int x : xs) {
        int level = clip.frame(0)[y * clip.width() + x] & 0xff;
        text.append("aAbB".charAt(Math.round(level / 80f))).append(x == xs[0] ? " " : "/");
      }
    }
    return text.substring(0, text.length() - 1);
  }

  private static BufferedImage stored() {
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        image.getRaster().setSample(x, y, 0, (x < 16 ? 0 : 160) + (y < 8 ? 0 : 80));
      }
    }
    return image;
  }

  private static byte[] written(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(stored(), format, out);
    return out.toByteArray();
  }

  /** The segment APP1 goes first, before the one that ImageIO writes. */
  private static byte[] jpeg(int tag, ByteOrder order) throws IOException {
    byte[] plain = written("jpg");
    byte[] directory = directory(tag, order);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (8 + directory.length)});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(directory);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** A directory of two entries: the width of something, and the orientation. */
  private static byte[] directory(int tag, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
    tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    entry(tiff, 0x0100, 32);
    entry(tiff, 0x0112, tag);
    return tiff.putInt(0).array();
  }

  private static void entry(ByteBuffer tiff, int tag, int value) {
    tiff.putShort((short) tag).putShort((short) 3).putInt(1);
    tiff.putShort((short) value).putShort((short) 0);
  }

  /** Grey of 8 bits in one strip, by hand. */
  private static byte[] tiff(int tag) {
    int[][] entries = {
      {0x0100, 32},
      {0x0101, 16},
      {0x0102, 8},
      {0x0103, 1},
      {0x0106, 1},
      {0x0111, 256},
      {0x0112, tag},
      {0x0115, 1},
      {0x0116, 16},
      {0x0117, 512}
    };
    ByteBuffer tiff = ByteBuffer.allocate(256 + 512).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) entries.length);
    for (int[] one : entries) {
      entry(tiff, one[0], one[1]);
    }
    tiff.putInt(0).position(256);
    BufferedImage image = stored();
    for (int i = 0; i < 512; i++) {
      tiff.put((byte) image.getRaster().getSample(i % 32, i / 32, 0));
    }
    return tiff.array();
  }
}
