package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to do harm, or are not what they call themselves. */
class HostileFilesTest {
  private static final Path ARRAYS =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips", "arrays");
  private static final Path CAR = Path.of("..", "datasets", "car-loop", "car.trz");

  @TempDir Path folder;

  @Test
  void aPictureOfTenBillionPixelsIsRefusedBeforeItIsDecoded() throws IOException {
    Files.write(folder.resolve("0.png"), hugePng());

    assertThatThrownBy(() -> Clips.read(folder, Reading.all().fps(24)))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("frame 0, ")
        .hasMessageContaining("100000x100000 pixels are more than a frame may have");
  }

  @Test
  void anAnimationOfTenBillionPixelsIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("huge.apng"), hugePng());

    assertThatThrownBy(() -> Clips.read(file)).isInstanceOf(ClipReadException.class);
  }

  /** 200 MiB of zeros take less than 4 MiB as a zip; a frame of them is read alone. */
  @Test
  void aFrameOfAZipThatGrowsAThousandfoldNeedsTheMemoryOfAFrame() throws IOException {
    Path file = folder.resolve("bomb.npz");
    String header =
        "\u0093NUMPY\u0001\u0000v\u0000{'descr': '|u1', 'fortran_order': False, 'shape': (200, 1024, 1024), }";
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("frames.npy"));
      zip.write((header + " ".repeat(128 - header.length())).getBytes(StandardCharsets.ISO_8859_1));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }

    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Clip clip = Clips.read(file, Reading.all().frames(2, 3).fit(16, 16));
    long used = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(clip.frame(0)).containsOnly(0);
    assertThat(Files.size(file)).isLessThan(4L << 20);
    assertThat(used).isLessThan(32L << 20);
  }

  @Test
  void anArrayLargerThanItsFileIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(ARRAYS.resolve("bytes.npy"));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Path file =
        Files.write(
            folder.resolve("lies.npy"),
            text.replace("(6, 5, 4, 3), }      ", "(600000, 5, 4, 3), } ")
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Clips.read(file))
        .hasMessageMatching("(?s).*lies is cut short: it ends at byte \\d+ of 36000128.*");
  }

  @Test
  void aVideoThatCallsItselfAnArrayIsRefused() throws IOException {
    Clips.write(MovingSquare.clip(1, 4, 16), folder.resolve("a.mp4"));
    Path npy = Files.move(folder.resolve("a.mp4"), folder.resolve("a.npy"));
    Path npz = Files.copy(npy, folder.resolve("a.npz"));
    Path h5 = Files.copy(npy, folder.resolve("a.h5"));

    assertThatThrownBy(() -> Clips.read(npy)).hasMessageContaining("this is no NumPy array");
    assertThatThrownBy(() -> Clips.read(npz)).hasMessageContaining("the zip is broken");
    assertThatThrownBy(() -> Clips.read(h5)).hasMessageContaining("as an HDF5 file: ");
  }

  @Test
  void anEncryptedZipIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(ARRAYS.resolve("named.npz"));
    for (int i = 0; i + 8 < whole.length; i++) {
      // The flag of encryption, in the central directory's records and in the local ones.
      if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 1 && whole[i + 3] == 2) {
        whole[i + 8] |= 1;
      } else if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 3 && whole[i + 3] == 4) {
        whole[i + 6] |= 1;
      }
    }
    Path file = Files.write(folder.resolve("secret.npz"), whole);

    assertThatThrownBy(() -> Clips.read(file))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("encrypted");
  }

  @Test
  void tiffFramesOfSixteenBitsAreReadAndTheirOrderIsNatural() throws IOException {
    for (int t : new int[] {10, 9, 1}) {
      BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_USHORT_GRAY);
      for (int i = 0; i < 24; i++) {
        image.getRaster().setSample(i % 6, i / 6, 0, 256 * (t + i));
      }
      ImageIO.write(image, "tiff", folder.resolve("f" + t + ".tif").toFile());
    }

    Clip clip = Clips.read(folder, Reading.all().fps(10));

    assertThat(clip.channels()).isEqualTo(1);
    assertThat(new int[] {clip.frame(0)[0], clip.frame(1)[3], clip.frame(2)[23]})
        .containsExactly(1, 12, 33);
  }

  @Test
  void aLooseTrackerProjectReadsWhatLiesBesideItAndNothingElse() throws IOException {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(CAR.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.getInputStream(entry).readAllBytes());
      }
    }
    Path project;
    try (var files = Files.walk(folder)) {
      project = files.filter(f -> f.toString().endsWith(".trk")).findFirst().orElseThrow();
    }

    Clip loose = Clips.read(project, Reading.all().frames(0, 3).fit(90, 160));

    Clip zipped = Clips.read(CAR, Reading.all().frames(0, 3).fit(90, 160));
    assertThat(MovingSquare.meanDifference(loose, zipped)).isZero();
    assertThat(loose.variable("position")).isEqualTo(zipped.variable("position"));
    String stolen = Files.readString(project).replaceAll("videos/[^<]*0\\.jpg", "../../etc/a0.jpg");
    Files.writeString(project, stolen);
    assertThatThrownBy(() -> Clips.read(project)).hasMessageContaining("is not beside it");
  }

  private static byte[] hugePng() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(100_000)
            .putInt(100_000)
            .put(new byte[] {8, 0, 0, 0, 0})
            .array());
    chunk(out, "acTL", ByteBuffer.allocate(8).putInt(1).putInt(0).array());
    chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Appends a chunk of a PNG file. */
  static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
