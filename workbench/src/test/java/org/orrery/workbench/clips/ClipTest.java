package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTest {

  @Test
  void aSliceKeepsTheFramesAndTheirVariables() {
    Clip clip = counting(12);

    Clip part = clip.slice(3, 5);

    assertThat(part.frames()).isEqualTo(2);
    assertThat(part.frame(0)).isEqualTo(clip.frame(3));
    assertThat(part.variable("number").at(1, 0)).isEqualTo(4);
    assertThat(part.id()).isEqualTo(clip.id());
  }

  @Test
  void aSliceLongerThanTheClipSaysHowLongTheClipIs() {
    assertThatThrownBy(() -> counting(12).slice(0, 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "clip counting has 12 frames; frames 0 to 16 were asked for: choose 0 <= from < to <= 12");
  }

  @Test
  void aFrameHandedOutCannotChangeTheClip() {
    Clip clip = counting(2);

    clip.frame(1)[0] = 99;

    assertThat(clip.frame(1)[0]).isEqualTo((byte) 1);
  }

  @Test
  void aFrameIsCopiedWhereTheCallerWantsIt() {
    byte[] target = new byte[10];

    counting(6).frame(5, target, 4);

    assertThat(target).containsExactly(0, 0, 0, 0, 5, 5, 5, 5, 0, 0);
  }

  @Test
  void shrinkingTakesTheMeanOfTheAreaThatAPixelCovers() {
    Clip clip = grey(2, 4, 0, 10, 20, 30, 40, 50, 60, 70);

    assertThat(clip.resize(1, 2).frame(0)).containsExactly(25, 45);
    assertThat(grey(1, 3, 0, 30, 90).resize(1, 2).frame(0)).containsExactly(10, 70);
  }

  @Test
  void growingByAWholeNumberRepeatsPixels() {
    assertThat(grey(1, 2, 5, 9).resize(2, 4).frame(0)).containsExactly(5, 5, 9, 9, 5, 5, 9, 9);
  }

  @Test
  void theScaleFollowsTheSizeUntilTheShapeChanges() {
    Clip clip = Clip.builder("s", 1, 4, 8).pixelsPerMetre(10).frame(new byte[32]).build();

    assertThat(clip.resize(2, 4).pixelsPerMetre()).isEqualTo(5);
    assertThat(clip.resize(4, 4).pixelsPerMetre()).isNaN();
  }

  @Test
  void greyIsTheLumaOfTheColours() {
    byte white = (byte) 255;
    Clip clip =
        Clip.builder("c", 3, 1, 2).frame(new byte[] {white, white, 0, white, 0, white}).build();

    assertThat(clip.grey().frame(0)).containsExactly(76, 255);
  }

  @Test
  void anUnknownVariableIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> counting(2).variable("mass"))
        .hasMessage("clip counting has no variable \"mass\"; it has [number]");
  }

  @Test
  void aVariableMustCoverEveryFrame() {
    assertThatThrownBy(() -> counting(3).withVariable(Variable.constant("g", "m/s^2", 1, 4)))
        .hasMessage("clip counting has 3 frames; its variable g has values for 4");
  }

  @Test
  void aRaggedOrInfiniteVariableIsRefused() {
    assertThatThrownBy(() -> new Variable("p", "m", List.of("x", "y"), new float[][] {{1, 2}, {3}}))
        .hasMessage(
            "variable p has components [x, y], so every frame needs 2 values; frame 1 has 1");
    assertThatThrownBy(() -> Variable.constant("p", "m", Float.POSITIVE_INFINITY, 1))
        .hasMessageContaining("infinite at frame 0");
  }

  @Test
  void aClipShowsItselfInOneLine() {
    assertThat(counting(12))
        .hasToString("clip counting: 12 frames of 2x2 grey at 25 fps, knows number");
  }

  private static Clip counting(int frames) {
    Clip.Builder clip = Clip.builder("counting", 1, 2, 2);
    float[] numbers = new float[frames];
    for (int t = 0; t < frames; t++) {
      byte value = (byte) t;
      clip.frame(new byte[] {value, value, value, value});
      numbers[t] = t;
    }
    return clip.variable(Variable.scalar("number", "", numbers)).build();
  }

  private static Clip grey(int height, int width, int... pixels) {
    byte[] frame = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      frame[i] = (byte) pixels[i];
    }
    return Clip.builder("grey", 1, height, width).frame(frame).build();
  }
}
