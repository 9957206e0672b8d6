package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** A bar before the lens and a changing light do to pixels what they say, and nothing else. */
class CameraEffectsTest {
  private static final double WIDE = 0.3;
  private static final double AMOUNT = 0.6;
  private static final Camera BARRED = Camera.still().occluder(WIDE);
  private static final Camera LIT = Camera.still().lighting(AMOUNT);
  private static final int[] BAR = {0x3a, 0x40, 0x48};

  static Stream<World> worlds() {
    return Stream.of(
        Worlds.parabola(),
        Worlds.bouncingBall(),
        Worlds.collisions(),
        Worlds.light(),
        Worlds.stirredDye(),
        Worlds.damBreak());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aBarChangesNothingButWhatItCovers(World world) {
    Clip plain = world.generate(3, 1);
    Clip barred = world.through(BARRED).generate(3, 1);
    Variable bar = barred.variable("occluder");
    int left = (int) Math.floor(bar.at(0, 0) * plain.pixelsPerMetre());
    int right = (int) Math.ceil(bar.at(0, 1) * plain.pixelsPerMetre());
    int size = plain.width();
    assertThat(left).isPositive();
    assertThat(right).isLessThan(size);
    for (int t = 0; t < plain.frames(); t++) {
      byte[] before = plain.frame(t);
      byte[] after = barred.frame(t);
      for (int i = 0; i < before.length; i++) {
        int column = i % size;
        if (column < left || column >= right) {
          assertThat(after[i]).isEqualTo(before[i]);
        } else if (column > left && column < right - 1) {
          assertThat(after[i] & 0xff).isEqualTo(bar(plain.channels(), i / (size * size)));
        }
      }
    }
  }

  /** The bar's colour, or the grey of it in a grey frame. */
  private static int bar(int channels, int channel) {
    double grey = 0.299 * BAR[0] + 0.587 * BAR[1] + 0.114 * BAR[2];
    return channels == 1 ? (int) (grey + 0.5) : BAR[channel];
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void labelsAreThoseOfTheClipWithoutEffects(World world) {
    Map<String, Variable> plain = world.generate(3, 1).variables();
    assertThat(without("occluder", world.through(BARRED).generate(3, 1))).isEqualTo(plain);
    assertThat(without("light", world.through(LIT).generate(3, 1))).isEqualTo(plain);
  }

  private static Map<String, Variable> without(String effect, Clip clip) {
    Map<String, Variable> variables = new TreeMap<>(clip.variables());
    assertThat(variables.remove(effect)).as(effect).isNotNull();
    return variables;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theSameClipIsHiddenAndLitTheSameEachTime(World world) {
    for (Camera camera : List.of(BARRED, LIT, BARRED.lighting(AMOUNT).moving(0.1))) {
      Clip once = world.through(camera).generate(3, 1);
      Clip again = world.through(camera).generate(3, 1);
      for (int t = 0; t < once.frames(); t++) {
        assertThat(again.frame(t)).isEqualTo(once.frame(t));
      }
      assertThat(again.variables()).isEqualTo(once.variables());
    }
  }

  @Test
  void aBarIsAsWideAsAskedStandsStillAndStandsElsewhereInAnotherClip() {
    World swaying = Worlds.parabola().through(BARRED.moving(0.2));
    Clip clip = swaying.generate(3, 1);
    Variable bar = clip.variable("occluder");
    double metres = clip.width() / clip.pixelsPerMetre();

    assertThat(bar.at(0, 1) - bar.at(0, 0)).isCloseTo((float) (WIDE * metres), within(1e-5f));
    for (int t = 0; t < clip.frames(); t++) {
      assertThat(bar.at(t)).isEqualTo(bar.at(0));
      int middle = (int) ((bar.at(0, 0) + bar.at(0, 1)) / 2 * clip.pixelsPerMetre());
      assertThat(clip.frame(t)[middle] & 0xff).isEqualTo(BAR[0]);
    }
    assertThat(swaying.generate(3, 2).variable("occluder").at(0)).isNotEqualTo(bar.at(0));
  }

  @Test
  void lightDimsByTheGainThatIsToldAndFallsOffToOneSideByTheShareAskedFor() {
    World grey =
        Worlds.of(
            "grey",
            List.of(),
            Shot.of(4),
            (values, random) ->
                new Motion() {
                  @Override
                  public void advance(double seconds) {}

                  @Override
                  public void draw(Scene scene) {
                    scene.ground(0xb4b4b4);
                  }

                  @Override
                  public void record(Truth truth) {}
                });
    Clip clip = grey.through(LIT).generate(3, 1);
    Variable light = clip.variable("light");
    for (int t = 0; t < clip.frames(); t++) {
      double gain = light.at(t, 0);
      assertThat(gain).isBetween(1 - AMOUNT, 1.0);
      byte[] frame = clip.frame(t);
      double across = (share(frame, 63, 32) - share(frame, 0, 32)) / gain * 64 / 63;
      double down = (share(frame, 32, 63) - share(frame, 32, 0)) / gain * 64 / 63;
      assertThat(Math.hypot(across, down)).isCloseTo(AMOUNT / 2, within(0.02));
      for (int x = 0; x < 64; x += 7) {
        for (int y = 0; y < 64; y += 7) {
          double fall = across * (x - 31.5) / 64 + down * (y - 31.5) / 64;
          assertThat(share(frame, x, y)).isCloseTo(gain * (1 + fall), within(0.01));
        }
      }
    }
    assertThat(light.at(20, 0)).as("changes with time").isNotCloseTo(light.at(0, 0), within(0.02f));
  }

  private static double share(byte[] frame, int x, int y) {
    return (frame[64 * y + x] & 0xff) / (double) 0xb4;
  }
}
