package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipWindowsTest {
  @TempDir Path folder;

  @Test
  void windowsFollowEachOtherFromClipToClip() {
    assertThat(show(Clips.of(new Counting(10), 2).windows(4).every(3)))
        .containsExactly("0:0", "0:3", "0:6", "1:0", "1:3", "1:6");
  }

  @Test
  void aSeedDecidesTheOrderAndThreadsDoNot() {
    ClipWindows windows = Clips.of(new Counting(10), 50).windows(4).shuffled(7);

    List<String> order = show(windows);

    assertThat(order)
        .hasSize(100)
        .doesNotHaveDuplicates()
        .isNotEqualTo(order.stream().sorted().toList());
    assertThat(show(windows.prefetched(3))).isEqualTo(order);
    assertThat(show(windows.shuffled(8)))
        .isNotEqualTo(order)
        .containsExactlyInAnyOrderElementsOf(order);
  }

  @Test
  void oneWindowPerClipIsAtASeededPlace() {
    ClipWindows windows = Clips.of(new Counting(40), 30).windows(4).onePerClip();

    assertThat(show(windows.shuffled(1)).stream().map(w -> w.split(":")[0]))
        .containsExactlyInAnyOrderElementsOf(
            Stream.iterate(0, i -> i + 1).limit(30).map(String::valueOf).toList());
    assertThat(show(windows.shuffled(1)).stream().map(w -> w.split(":")[1]).distinct().count())
        .isGreaterThan(10);
    assertThat(show(windows.shuffled(1).prefetched(2))).isEqualTo(show(windows.shuffled(1)));
  }

  @Test
  void onlyAFewClipsAreDecodedAhead() {
    Counting source = new Counting(10);
    var windows = Clips.of(source, 1000).windows(10).iterator();

    windows.next();

    assertThat(source.made).hasValue(1);
  }

  @Test
  void aShuffledSetHasTheSameClipsInAnotherOrder() {
    ClipSet clips = Clips.of(new Counting(2), 100);

    List<String> order = clips.shuffled(3).stream().map(Clip::id).toList();

    assertThat(order)
        .isEqualTo(clips.shuffled(3).stream().map(Clip::id).toList())
        .containsExactlyInAnyOrderElementsOf(clips.stream().map(Clip::id).toList())
        .isNotEqualTo(clips.stream().map(Clip::id).toList());
  }

  @Test
  void aCachedClipIsDecodedOnceAndComesBackToTheByte() {
    Path file = folder.resolve("square.png");
    Clip square = MovingSquare.clip(3, 12, 24);
    Clips.write(square, file);
    try (WindowCache cache = WindowCache.in(folder, 1 << 20)) {
      ClipSet clips = Clips.open(file.toString()).cachedIn(cache);

      clips.get(0);
      assertThat(cache.used()).isEqualTo(12 * 3 * 24 * 24);
      assertThat(file.toFile().delete()).isTrue();

      assertThat(MovingSquare.meanDifference(clips.get(0), square)).isZero();
      assertThat(clips.window(0, 3, 5).frame(1)).isEqualTo(square.frame(4));
      assertThat(clips.frames(0)).isEqualTo(12);
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aCacheNeverGrowsBeyondItsBound() {
    int clip = 100;
    Counting source = new Counting(clip);
    try (WindowCache cache = WindowCache.in(folder, 10 * clip + 50)) {
      ClipSet clips = Clips.of(source, 40).cachedIn(cache);

      List<String> first = show(clips.windows(100));
      List<String> again = show(clips.windows(100));

      assertThat(again).isEqualTo(first);
      assertThat(cache.clips()).isEqualTo(10);
      assertThat(cache.used()).isLessThanOrEqualTo(10 * clip + 50);
    }
  }

  @Test
  void aBrokenClipIsLeftOutAndReportedAndTheOthersStay() throws IOException {
    Clips.write(MovingSquare.clip(1, 6, 24), folder.resolve("a.png"));
    Files.writeString(folder.resolve("b.mp4"), "not a video");
    Clips.write(MovingSquare.clip(1, 6, 24), folder.resolve("c.webm"));
    Files.createFile(folder.resolve("d.npz"));
    Path set = Files.createDirectory(folder.resolve("set"));
    for (String name : List.of("b.mp4", "c.webm", "d.npz")) {
      Files.move(folder.resolve(name), set.resolve(name));
    }
    Files.createDirectory(set.resolve("in"));
    Files.move(folder.resolve("a.png"), set.resolve("in").resolve("a.gif"));
    ClipSet clips = Clips.open(set.toString());
    OnError.Report report = OnError.skipAndReport();

    assertThat(clips.size()).isEqualTo(4);
    assertThat(clips.onError(report).stream().map(Clip::id)).containsExactly("c", "in/a");
    assertThat(report.failures()).hasSize(2);
    assertThat(report.failures().get(0))
        .hasMessageContaining("clip b: ")
        .hasMessageContaining("b.mp4, as a video: no video can be found");
    assertThat(report.failures().get(1)).hasMessageContaining("the file is empty (0 bytes)");
    assertThatThrownBy(clips::toList).isInstanceOf(ClipReadException.class);
  }

  @Test
  void aClipShorterThanAWindowIsRefusedOrLeftOut() {
    ClipSet clips =
        Clips.of(List.of(MovingSquare.clip(1, 6, 24), MovingSquare.clip(1, 9, 24).named("long")));
    OnError.Report report = OnError.skipAndReport();

    assertThatThrownBy(() -> clips.windows(8).stream().toList())
        .hasMessageContaining("clip square has 6 frames; a window needs 8");
    assertThat(clips.onError(report).windows(8).prefetched(2).stream().map(Clip::id))
        .containsExactly("long");
    assertThat(report.failures()).hasSize(1);
  }

  /** "clip:first frame" of every window. */
  private static List<String> show(ClipWindows windows) {
    return windows.stream()
        .peek(window -> assertThat(window.frames()).isEqualTo(windows.length()))
        .map(window -> window.id() + ":" + (int) window.variable("number").at(0, 0))
        .toList();
  }

  /** Clips of one pixel that know the number of each frame. */
  private record Counting(int frames, AtomicInteger made) implements ClipSource {
    Counting(int frames) {
      this(frames, new AtomicInteger());
    }

    @Override
    public Clip generate(long seed, int index) {
      made.incrementAndGet();
      Clip.Builder clip = Clip.builder(id(seed, index), 1, 1, 1);
      float[] numbers = new float[frames];
      for (int t = 0; t < frames; t++) {
        clip.frame(new byte[] {(byte) t});
        numbers[t] = t;
      }
      return clip.variable(Variable.scalar("number", "", numbers)).build();
    }

    @Override
    public String id(long seed, int index) {
      return String.valueOf(index);
    }

    @Override
    public String describe() {
      return "counts";
    }
  }
}
