package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebDatasetTest {
  private static final Path REFERENCES =
      Path.of("src", "test", "resources", "org", "orrery", "workbench", "clips");

  @TempDir Path folder;
  private Path tar;

  @BeforeEach
  void aTarOfThreeSamples() throws IOException {
    tar = folder.resolve("shard-000.tar");
    Path png = folder.resolve("one.png");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      add(out, "a/0001.mp4", Files.readAllBytes(REFERENCES.resolve("reference/h264.mp4")));
      add(out, "a/0001.json", "{\"gravity\": 9.81, \"speed\": [0,1,2,3,4,5,6,7,8,9,10]}");
      add(out, "a/0002.frames.npy", Files.readAllBytes(REFERENCES.resolve("arrays/bytes.npy")));
      for (int t = 0; t < 12; t++) {
        Clips.write(MovingSquare.clip(1, 12, 16).slice(t, t + 1), png);
        add(out, "a/0003." + t + ".png", Files.readAllBytes(png));
      }
      add(out, "a/0003.json", "{\"fps\": 12, \"caption\": \"a square\"}");
      add(out, "a/0004.txt", "no clip");
    }
  }

  @Test
  void everySampleWithFramesIsAClip() {
    ClipSet clips = Clips.open(tar.toString());

    assertThat(clips.stream().map(Clip::id)).containsExactly("a/0001", "a/0002", "a/0003");
    assertThat(clips.stream().map(Clip::frames)).containsExactly(11, 6, 12);
    assertThat(clips.get(2).fps()).isEqualTo(12);
    assertThat(MovingSquare.meanDifference(clips.get(2), MovingSquare.clip(1, 12, 16))).isZero();
  }

  @Test
  void aVideoInsideIsDecodedAsTheFileIs() {
    Clip inside = Clips.open(tar.toString()).get(0);

    Clip file = Clips.read(REFERENCES.resolve("reference/h264.mp4"));
    assertThat(MovingSquare.meanDifference(inside, file)).isZero();
  }

  @Test
  void theJsonOfASampleGivesItsVariables() {
    Clip clip = Clips.open(tar.toString()).window(0, 3, 6);

    assertThat(clip.variable("gravity").at(2, 0)).isEqualTo(9.81f);
    assertThat(clip.variable("speed").values()).isDeepEqualTo(new float[][] {{3}, {4}, {5}});
  }

  @Test
  void aTarCutShortIsRefused() throws IOException {
    Files.write(tar, Arrays.copyOf(Files.readAllBytes(tar), 3000));

    assertThatThrownBy(() -> Clips.open(tar.toString()))
        .isInstanceOf(ClipReadException.class)
        .hasMessageContaining("as a WebDataset tar");
  }

  @Test
  void aRateThatNoClipCanHaveSpoilsOnlyItsOwnClip() throws IOException {
    Path png = folder.resolve("one.png");
    Path shard = folder.resolve("shard-001.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(shard))) {
      for (String sample : List.of("a", "b", "c")) {
        for (int t = 0; t < 3; t++) {
          Clips.write(MovingSquare.clip(1, 3, 16).slice(t, t + 1), png);
          add(out, sample + "." + t + ".png", Files.readAllBytes(png));
        }
        add(out, sample + ".json", "{\"fps\": %d}".formatted(sample.equals("b") ? -12 : 12));
      }
    }
    OnError.Report report = OnError.skipAndReport();

    ClipSet clips = Clips.open(shard.toString()).onError(report);

    assertThat(clips.stream().map(Clip::id)).containsExactly("a", "c");
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0)).hasMessageContainingAll("clip b", "above 0", "-12");
  }

  @Test
  void aCompressedTarSaysWhatToDo() throws IOException {
    Path packed = Files.write(folder.resolve("a.tar.gz"), new byte[] {1});

    assertThatThrownBy(() -> Clips.open(packed.toString()))
        .hasMessageContaining("unpack it to a plain .tar first");
  }

  private static void add(TarArchiveOutputStream out, String name, String text) throws IOException {
    add(out, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }
}
