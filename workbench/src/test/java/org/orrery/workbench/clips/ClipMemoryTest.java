package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip that does not fit into memory is one broken clip, told of before or while it is read. */
class ClipMemoryTest {
  private static final Picture GREY = new Picture(1, 10, 10, new byte[100]);
  private static final Picture RGB = new Picture(3, 10, 10, new byte[300]);

  @TempDir Path folder;

  @Test
  void aClipWhoseLengthIsKnownIsRefusedAtItsFirstFrame() throws IOException {
    assertThatThrownBy(() -> intake(Reading.all(), 4000).outOf(11).add(0, RGB))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its 11 frames of 10x10 RGB take 3300 bytes")
        .hasMessageContaining("a clip may take 3000, three quarters of this JVM's heap")
        .hasMessageContaining(".fit(height, width)")
        .hasMessageContaining(".frames(from, to)");
    intake(Reading.all(), 4000).outOf(10).add(0, RGB);
  }

  @Test
  void onlyWhatIsAskedForCounts() {
    for (Reading reading :
        new Reading[] {
          Reading.all().grey(),
          Reading.all().fit(5, 5),
          Reading.all().stride(3),
          Reading.all().frames(0, 10)
        }) {
      assertThatCode(() -> intake(reading, 4000).outOf(30).add(0, RGB)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> intake(Reading.all().frames(7, 18), 4000).outOf(30).add(7, RGB))
        .hasMessageContaining("its 11 frames of 10x10 RGB take 3300 bytes");
  }

  @Test
  void aClipOfUnknownLengthIsRefusedAtTheFirstFrameThatDoesNotFit() throws IOException {
    Intake intake = intake(Reading.all(), 4000);
    for (int t = 0; t < 30; t++) {
      intake.add(t, GREY);
    }

    assertThatThrownBy(() -> intake.add(30, GREY))
        .hasMessageContaining("its frames up to frame 30 take 3100 bytes; a clip may take 3000");
  }

  @Test
  void memoryAndStackThatGiveOutAreFaultsOfTheFile() {
    ClipMemory memory = new ClipMemory(1000);

    assertThatThrownBy(
            () ->
                memory.within(
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("memory gave out while it was read (Java heap space)")
        .hasMessageContaining("-Xmx");
    assertThatThrownBy(
            () ->
                memory.within(
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested too deeply");
  }

  /**
   * Clips of 105 and 118 MB and an array of 256 MB beside a small clip, in a heap of 128 MiB: at
   * the limit a quarter of it is left, which is more than what else is there.
   */
  @Test
  void aSetIsGoneThroughInASmallHeapWithoutTheClipsThatDoNotFit() throws Exception {
    npz(folder.resolve("a-array.npz"), 400, 512, 0);
    Clip film = MovingSquare.clip(3, 600, 256);
    Clips.write(film, folder.resolve("b-film.mp4"));
    Clips.write(film, folder.resolve("c-film.webm"));
    npz(folder.resolve("d-numbers.npz"), 4, 16, 8_000_000);
    Clips.write(MovingSquare.clip(1, 6, 24), folder.resolve("e-small.gif"));

    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                InASmallHeap.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("read ")))
        .containsExactly("read e-small of 6");
    assertThat(said)
        .containsPattern(
            "a-array.npz, as a NumPy file: its 400 frames of 512x512 grey take 104857600")
        .containsPattern("b-film.mp4, as a video: its 600 frames of 256x256 RGB take 117964800")
        .containsPattern("c-film.webm, as a video: its frames up to frame \\d+ take ")
        .containsPattern("d-numbers.npz, as a NumPy file: memory gave out while it was read")
        .contains("4 left out");
  }

  /** What the small heap is tried with. */
  static final class InASmallHeap {
    public static void main(String[] args) {
      OnError.Report report = OnError.skipAndReport();
      for (Clip clip : Clips.open(args[0]).onError(report)) {
        System.out.println("read " + clip.id() + " of " + clip.frames());
      }
      System.out.println(report.failures().size() + " left out");
    }
  }

  @Test
  void aZipWhoseFilesGrowBeyondAllPicturesIsRefused() throws IOException {
    Path file = folder.resolve("bomb.npz");
    zip(file, new byte[1000], "frames.npy", "more.npy");
    stateSizes(file, 0xf000_0000);

    assertThatThrownBy(() -> Clips.read(file))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("the zip's files grow from %d to 8053063680".formatted(size(file)))
        .hasMessageContaining("as decompression bombs do");
  }

  @Test
  void notesThatAreLongerThanTheZipSaysAreNotReadToTheirEnd() throws IOException {
    Path file = folder.resolve("notes.npz");
    zip(file, new byte[5 << 20], "orrery.npy");
    stateSizes(file, 100);

    assertThatThrownBy(() -> Clips.read(file))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("orrery.npy has more than the 4194304 bytes that notes may have");
  }

  private static Intake intake(Reading reading, long heap) {
    return new Intake("clip", reading, 25, new ClipMemory(heap));
  }

  private static long size(Path file) throws IOException {
    return Files.size(file);
  }

  /** Black frames and, if k is not 0, k doubles for each of them. */
  private static void npz(Path file, int frames, int side, int k) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      array(zip, "frames", "|u1", "%d, %d, %d".formatted(frames, side, side), side * side, frames);
      if (k > 0) {
        array(zip, "numbers", "<f8", "%d, %d".formatted(frames, k), 8 * k, frames);
      }
    }
  }

  private static void array(
      ZipOutputStream zip, String name, String type, String shape, int row, int rows)
      throws IOException {
    String header =
        "\u0093NUMPY\u0001\u0000v\u0000{'descr': '%s', 'fortran_order': False, 'shape': (%s), }";
    String head = header.formatted(type, shape);
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write((head + " ".repeat(128 - head.length())).getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < rows; i++) {
      zip.write(new byte[row]);
    }
    zip.closeEntry();
  }

  private static void zip(Path file, byte[] content, String... names) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
    }
  }

  /** Lies about the unpacked size of every file, in the zip's central directory. */
  private static void stateSizes(Path file, int size) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 28 < bytes.length; i++) {
      if (buffer.getInt(i) == 0x02014b50) {
        buffer.putInt(i + 24, size);
      }
    }
    Files.write(file, bytes);
  }
}
