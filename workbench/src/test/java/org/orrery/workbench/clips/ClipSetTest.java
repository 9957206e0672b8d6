package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
