package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipSetTest {

  @Test
  void aClipIsMadeOnceAndOnlyWhenAskedFor() {
    Dots dots = new Dots();
    ClipSet clips = Clips.of(dots, 1000);

    clips.train();
    assertThat(dots.made).hasValue(0);

    assertThat(clips.get(3)).isSameAs(clips.get(3));
    assertThat(dots.made).hasValue(1);
  }

  @Test
  void partsShareTheClipsThatWereMade() {
    ClipSet clips = Clips.of(new Dots(), 20);

    assertThat(clips.subset(5, 9).get(0)).isSameAs(clips.get(5));
  }

  @Test
  void everyClipIsInOnePartOfAboutTheRightSize() {
    ClipSet clips = Clips.of(new Dots(), 1000);

    assertThat(clips.train().size()).isBetween(550, 650);
    assertThat(clips.validation().size()).isBetween(160, 240);
    assertThat(ids(clips.train())).doesNotContainAnyElementsOf(ids(clips.validation()));
    assertThat(ids(clips.train())).doesNotContainAnyElementsOf(ids(clips.test()));
    assertThat(clips.train().size() + clips.validation().size() + clips.test().size())
        .isEqualTo(1000);
  }

  @Test
  void addingClipsMovesNoOldClipToAnotherPart() {
    ClipSet few = Clips.of(new Dots(), 100);
    ClipSet many = Clips.of(new Dots(), 300);

    assertThat(ids(many.test())).containsAll(ids(few.test()));
    assertThat(ids(many.train())).containsAll(ids(few.train()));
  }

  @Test
  void aSplitIsTheFirstFourBytesOfTheHash() {
    // sha256("a") = ca978112..., which is 0.7914 of 2^32; sha256("c") = 2e7d2c03...
    assertThat(Split.of("a")).isEqualTo(Split.VALIDATION);
    assertThat(Split.of("c")).isEqualTo(Split.TRAIN);
    assertThat(Split.of("a.mp4")).as("renamed, as a.gif came").isEqualTo(Split.VALIDATION);
  }

  /** Each film is cut in three, the pieces renamed, made smaller and grey: they stay together. */
  @Test
  void slicesOfOneFilmStayInItsPartWhateverTheyAreCalled() {
    List<Clip> pieces = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Clip film = MovingSquare.clip(3, 9, 16).named("film-" + i);
      pieces.add(film.slice(0, 3).named("start-" + i));
      pieces.add(film.slice(3, 9).named("rest-" + i).slice(0, 3).named("middle-" + i));
      pieces.add(film.resize(8, 8).slice(6, 9).grey().named("end-" + i));
    }
    ClipSet set = Clips.of(pieces);

    for (ClipSet part : List.of(set.train(), set.validation(), set.test())) {
      for (Clip piece : part) {
        assertThat(Split.of(piece)).isEqualTo(Split.of(piece.film()));
        assertThat(piece.film()).isEqualTo("film-" + piece.id().replaceAll(".*-", ""));
      }
    }
    assertThat(set.train().size() % 3).isZero();
    assertThat(set.validation().size() % 3).isZero();
    assertThat(set.splits().get(Split.TRAIN)).isEqualTo(set.train().size());
    assertThat(set.train().size() + set.validation().size() + set.test().size()).isEqualTo(180);
  }

  @Test
  void aWholeClipIsInThePartOfItsIdHoweverItWasMade() {
    Clip film = MovingSquare.clip(3, 9, 16).named("film-1");

    for (Clip whole :
        List.of(film, film.slice(0, 9), film.resize(8, 8), film.named("film-2"), film.grey())) {
      assertThat(whole.film()).isEqualTo(whole.id());
    }
    for (Clip made : Clips.of(new Dots(), 20).toList()) {
      assertThat(Split.of(made)).isEqualTo(Split.of(made.id()));
    }
  }

  @Test
  void partsReadFromAFileStayInItsPartToo(@TempDir Path folder) {
    Clips.write(MovingSquare.clip(3, 9, 16), folder.resolve("square.npz"));
    Path file = folder.resolve("square.npz");

    Clip start = Clips.read(file, Reading.all().frames(0, 4)).named("start");
    Clip window = Clips.open(folder.toString()).window(0, 4, 9).named("end");
    try (WindowCache cache = WindowCache.in(folder, 1 << 20)) {
      ClipSet cached = Clips.open(file.toString()).cachedIn(cache);
      assertThat(cached.get(0).film()).isEqualTo("square");
      assertThat(cached.window(0, 2, 5).named("middle").film()).isEqualTo("square");
    }

    assertThat(start.film()).isEqualTo("square");
    assertThat(window.film()).isEqualTo("square/square");
    assertThat(Clips.read(file).named("copy").film()).isEqualTo("copy");
  }

  @Test
  void anotherSeedMakesOtherClipsAndLeavesTheSetAsItWas() {
    ClipSet clips = Clips.of(new Dots(), 10).seed(7);

    assertThat(clips.seed(8).get(0).id()).isEqualTo("dot-8-0");
    assertThat(clips.get(0).id()).isEqualTo("dot-7-0");
  }

  @Test
  void clipsMadeInParallelAreTheSame() {
    ClipSet clips = Clips.of(new Dots(), 200);

    assertThat(clips.stream().parallel().map(Clip::id).toList())
        .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "dot-0-" + i).toList());
  }

  @Test
  void aSetSaysWhatItIs() {
    assertThat(Clips.of(new Dots(), 5).seed(2).first(3))
        .hasToString("3 clips (clips 0 to 2) of single dots; seed 2");
  }

  @Test
  void wrongRequestsAreRefused() {
    ClipSet clips = Clips.of(new Dots(), 5);

    assertThatThrownBy(() -> clips.get(5))
        .hasMessage("the set has 5 clips; clip 5 was asked for: choose 0 to 4");
    assertThatThrownBy(() -> clips.subset(2, 9)).hasMessageContaining("choose 0 <= from");
    assertThatThrownBy(() -> clips.first(3).seed(1)).hasMessageContaining("the whole set");
    assertThatThrownBy(() -> clips.first(1).train().test()).hasMessageContaining("use more clips");
    assertThatThrownBy(() -> Clips.of(new Dots(), 0)).hasMessageContaining("received 0");
  }

  @Test
  void givenClipsNeedIdsOfTheirOwnAndHaveNoSeed() {
    Clip clip = new Dots().generate(0, 0);

    assertThatThrownBy(() -> Clips.of(List.of(clip, clip)))
        .hasMessageContaining("two clips have the id \"dot-0-0\"");
    assertThatThrownBy(() -> Clips.of(List.of(clip)).seed(3)).hasMessageContaining("not made");
  }

  private static Set<String> ids(ClipSet clips) {
    return IntStream.range(0, clips.size()).mapToObj(clips::id).collect(Collectors.toSet());
  }

  /** One frame with one dot; counts how many clips it made. */
  private static final class Dots implements ClipSource {
    final AtomicInteger made = new AtomicInteger();

    @Override
    public Clip generate(long seed, int index) {
      made.incrementAndGet();
      return Clip.builder(id(seed, index), 1, 1, 1).frame(new byte[] {(byte) index}).build();
    }

    @Override
    public String id(long seed, int index) {
      return "dot-%d-%d".formatted(seed, index);
    }

    @Override
    public String describe() {
      return "single dots";
    }
  }
}
