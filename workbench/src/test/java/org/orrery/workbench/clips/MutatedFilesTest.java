package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads every format with bytes changed, cut off or put in: a clip or one error that names the
 * file, never another exception, a hang or the end of the JVM. {@code -Dorrery.mutations=12} tries
 * fewer.
 */
class MutatedFilesTest {
  private static final Path REFERENCES =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips");
  private static final int MUTATIONS = Integer.getInteger("orrery.mutations", 500);
  private static final Duration LONGEST = Duration.ofSeconds(20L + MUTATIONS / 2);

  @TempDir Path folder;

  /** Of folders a file is changed that is drawn anew each time; of all, the original comes back. */
  @ParameterizedTest
  @ValueSource(strings = {"shard.tar", "robot", "car.trz", "frames"})
  void aMutatedSetIsReadOrRefused(String name) throws IOException {
    Path set = folder.resolve(name);
    List<Path> files = made(name, set);
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, mutated(whole, random));
      refused += Assertions.assertTimeout(LONGEST, () -> isRefused(set)) ? 1 : 0;
      Files.write(file, whole);
    }
    assertThat(refused).as("some change is seen").isPositive();
    assertThat(isRefused(set)).as("the original").isFalse();
  }

  /** Writes a small set of that name; returns its files. */
  private static List<Path> made(String name, Path set) throws IOException {
    Clip clip = MovingSquare.clip(3, 4, 16);
    switch (name) {
      case "shard.tar" -> tar(set);
      case "robot" -> {
        Variable speed = Variable.scalar("speed", "m/s", new float[] {1, 2, 3, 4});
        Clips.write(Clips.of(List.of(clip.withVariable(speed))), set);
      }
      case "car.trz" -> tracker(set);
      default -> Clips.write(clip, set);
    }
    try (Stream<Path> files = Files.walk(set)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void tar(Path file) throws IOException {
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      for (String part : List.of("a.mp4", "a.json", "b.npy")) {
        byte[] content =
            switch (part) {
              case "a.mp4" -> Files.readAllBytes(REFERENCES.resolve("reference/h264.mp4"));
              case "b.npy" -> Files.readAllBytes(REFERENCES.resolve("arrays/bytes.npy"));
              default -> "{\"gravity\": 9.81, \"fps\": 12}".getBytes(StandardCharsets.UTF_8);
            };
        TarArchiveEntry entry = new TarArchiveEntry(part);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
  }

  /** The project of the shipped car with its first two pictures: small enough to read often. */
  private static void tracker(Path file) throws IOException {
    try (ZipFile car = new ZipFile(Path.of("..", "datasets", "car-loop", "car.trz").toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(car.entries())) {
        if (entry.getName().endsWith(".trk") || entry.getName().matches(".*friction0[01].jpg")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(car.getInputStream(entry).readAllBytes());
          out.closeEntry();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aMutatedFileIsReadOrRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(REFERENCES.resolve(name));
    Random random = new Random(name.hashCode());
    Path file = folder.resolve(Path.of(name).getFileName());
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Files.write(file, mutated(whole, random));
      refused += Assertions.assertTimeout(LONGEST, () -> isRefused(file)) ? 1 : 0;
    }
    assertThat(refused).as("some change is seen").isPositive();
  }

  private static Stream<String> files() throws IOException {
    Stream<String> videos;
    try (Stream<Path> files = Files.list(REFERENCES.resolve("reference"))) {
      List<String> endings = List.of("mp4", "mov", "mkv", "webm", "avi", "mpg", "gif", "apng");
      videos =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> endings.contains(Places.ending(name)))
              .filter(name -> !name.startsWith("turned") && !name.startsWith("tenbit"))
              .sorted()
              .map(name -> "reference/" + name)
              .toList()
              .stream();
    }
    Stream<String> arrays =
        Stream.of("bytes.npy", "many.npz", "episodes.h5", "zipped.h5", "shapes.h5", "plain.h5")
            .map(name -> "arrays/" + name);
    return Stream.concat(videos, arrays);
  }

  /** Found by 500 mutations: a column that ends before the others do. */
  @Test
  void aColumnThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> ParquetColumn.ofNumbers("speed", 1, 2).numbers(0, 3))
        .isInstanceOf(IOException.class)
        .hasMessage("column speed has 2 rows; 3 are needed");
  }

  /** Found by 500 mutations: a name in a cut zip that is no text. */
  @Test
  void aZipIsFollowedUpToANameThatIsNoText() throws IOException {
    Path zip = folder.resolve("cut.trz");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("first.jpg"));
      out.putNextEntry(new ZipEntry("other.jpg"));
    }
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("other.jpg")] = (byte) 0xff;
    Files.write(zip, bytes);

    assertThat(TrackerZip.lastEntry(zip)).isEqualTo("first.jpg");
  }

  private static boolean isRefused(Path file) {
    try {
      ClipSet clips = Clips.open(file.toString());
      for (int i = 0; i < Math.min(3, clips.size()); i++) {
        clips.get(i);
      }
      return false;
    } catch (ClipReadException e) {
      assertThat(e.getMessage()).contains(file.toString());
      return true;
    } catch (RuntimeException | Error e) {
      return fail("%s: %s".formatted(file, e), e);
    }
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
      case 1 -> {
        int start = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, start + 1 + random.nextInt(64));
        for (int i = start; i < end; i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
          bytes[random.nextInt(Math.min(bytes.length, 600))] = (byte) random.nextInt();
        }
      }
      default -> {
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }
}
