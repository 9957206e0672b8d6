package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.worlds.Worlds;

/** Labels of changed windows, against what can be measured in their frames. */
class AugmentationTest {
  private static final int MARGIN = 4;

  /** A ball that stays clear of the border, without the energy that counts from the floor. */
  private static Clip flight() {
    for (int seed = 0; ; seed++) {
      Clip clip =
          Worlds.bouncingBall()
              .gravity(8, 8)
              .radius(0.6)
              .speed(3)
              .size(32)
              .frames(6)
              .generate(seed, 0);
      if (isClear(clip)) {
        return clip;
      }
    }
  }

  private static boolean isClear(Clip clip) {
    Variable position = clip.variable("position");
    for (int t = 0; t < clip.frames(); t++) {
      for (int axis = 0; axis < 2; axis++) {
        double pixels = position.at(t, axis) * clip.pixelsPerMetre();
        if (pixels < 4 + MARGIN || pixels > 28 - MARGIN || clip.variable("contact").at(t, 0) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static Clip without(Clip clip, String name) {
    Clip.Builder fewer =
        Clip.builder(clip.id(), clip.channels(), clip.height(), clip.width())
            .fps(clip.fps())
            .pixelsPerMetre(clip.pixelsPerMetre());
    for (int t = 0; t < clip.frames(); t++) {
      fewer.frame(clip.frame(t));
    }
    clip.variables().values().stream()
        .filter(variable -> !variable.name().equals(name))
        .forEach(fewer::variable);
    return fewer.build();
  }

  /** Where the light is, in pixels, measured in the frame alone. */
  private static double[] centre(Clip clip, int t) {
    byte[] frame = clip.frame(t);
    double[] sum = new double[3];
    for (int i = 0; i < frame.length; i++) {
      double light = frame[i] & 0xff;
      sum[0] += light * (i % clip.width() + 0.5);
      sum[1] += light * (i / clip.width() + 0.5);
      sum[2] += light;
    }
    return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }

  private static void assertLabelsAreTrue(Clip clip) {
    Variable position = clip.variable("position");
    Variable velocity = clip.variable("velocity");
    double g = clip.variable("gravity").at(0, 0);
    double dt = 1 / clip.fps();
    for (int t = 0; t < clip.frames(); t++) {
      double[] seen = centre(clip, t);
      for (int axis = 0; axis < 2; axis++) {
        assertThat(position.at(t, axis) * clip.pixelsPerMetre())
            .as("place at frame %d", t)
            .isCloseTo(seen[axis], within(0.05));
        if (t > 0) {
          double before = velocity.at(t - 1, axis);
          double acceleration = axis == 1 ? g : 0;
          assertThat((double) velocity.at(t, axis))
              .isCloseTo(before + acceleration * dt, within(1e-3));
          assertThat(position.at(t, axis) - position.at(t - 1, axis))
              .isCloseTo((float) (before * dt + acceleration * dt * dt / 2), within(1e-3f));
        }
      }
    }
  }

  @Test
  void theLabelsOfTheWorldItselfAreTrue() {
    assertLabelsAreTrue(flight());
  }

  @Test
  void mirroredLeftToRightPlaceVelocityAndGravityAreThoseOfTheFrames() {
    Clip mirrored = new Flip(true).mirror(flight());

    assertLabelsAreTrue(mirrored);
    assertThat(mirrored.variable("velocity").at(0, 0))
        .isEqualTo(-flight().variable("velocity").at(0, 0));
    assertThat(mirrored.variable("energy")).isEqualTo(flight().variable("energy"));
  }

  @Test
  void mirroredTopToBottomTheBallFallsUp() {
    Clip mirrored = new Flip(false).mirror(without(flight(), "energy"));

    assertLabelsAreTrue(mirrored);
    assertThat(mirrored.variable("gravity").at(0, 0)).isEqualTo(-8);
  }

  @Test
  void aLabelThatCannotBeMirroredIsRefusedByName() {
    assertThatThrownBy(() -> new Flip(false).mirror(flight()))
        .hasMessageContaining("energy")
        .hasMessageContaining("flipX()");
  }

  @Test
  void shiftedPlacesMoveAlongAndVelocitiesStay() {
    Clip moved = Shift.move(flight(), 3, -2);

    assertLabelsAreTrue(moved);
    assertThat(moved.variable("velocity")).isEqualTo(flight().variable("velocity"));
    assertThat(moved.variable("position")).isNotEqualTo(flight().variable("position"));
  }

  @Test
  void aPlaceInMetresNeedsAScaleToMove() {
    Clip flight = flight();
    Clip.Builder scaleless = Clip.builder("scaleless", 1, 32, 32).frame(flight.frame(0));
    Clip clip =
        scaleless
            .variable(new Variable("position", "m", List.of("x", "y"), new float[][] {{1, 2}}))
            .build();

    assertThatThrownBy(() -> Shift.move(clip, 1, 0)).hasMessageContaining("scaleless");
    assertThatThrownBy(() -> new Flip(true).mirror(clip)).hasMessageContaining("scale");
  }

  @Test
  void anglesTurnTheOtherWayInAMirror() {
    Clip clip =
        Clip.builder("turning", 1, 8, 8)
            .frame(new byte[64])
            .variable(Variable.constant("angle", "rad", 0.5f, 1))
            .variable(Variable.constant("spin", "rad/s", 2, 1))
            .variable(Variable.constant("mass", "kg", 3, 1))
            .build();

    Clip mirrored = new Flip(true).mirror(clip);

    assertThat(mirrored.variable("angle").at(0, 0)).isEqualTo(-0.5f);
    assertThat(mirrored.variable("spin").at(0, 0)).isEqualTo(-2);
    assertThat(mirrored.variable("mass").at(0, 0)).isEqualTo(3);
  }

  @Test
  void aColourPictureIsMirroredPlaneByPlane() {
    byte[] frame = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Clip clip = Clip.builder("colours", 3, 2, 2).frame(frame).build();

    assertThat(new Flip(true).mirror(clip).frame(0))
        .containsExactly(2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11);
    assertThat(new Flip(false).mirror(clip).frame(0))
        .containsExactly(3, 4, 1, 2, 7, 8, 5, 6, 11, 12, 9, 10);
  }

  @Test
  void brightnessScalesAllFramesByOneFactorWithinItsBounds() {
    byte[] grey = new byte[64];
    java.util.Arrays.fill(grey, (byte) 100);
    Clip clip = Clip.builder("grey", 1, 8, 8).frame(grey).frame(grey).build();
    SplittableRandom random = new SplittableRandom(1);
    int least = 255;
    int most = 0;
    for (int draw = 0; draw < 200; draw++) {
      Clip changed = Augmentation.brightness(0.3).apply(clip, random);
      assertThat(changed.frame(0)).isEqualTo(changed.frame(1));
      least = Math.min(least, changed.frame(0)[0] & 0xff);
      most = Math.max(most, changed.frame(0)[0] & 0xff);
    }

    assertThat(least).isBetween(70, 73);
    assertThat(most).isBetween(127, 130);
  }

  @Test
  void noiseHasADeviationUpToTheGivenOneAndNoBias() {
    byte[] grey = new byte[64 * 64];
    java.util.Arrays.fill(grey, (byte) 128);
    Clip clip = Clip.builder("grey", 1, 64, 64).frame(grey).build();
    SplittableRandom random = new SplittableRandom(1);
    double largest = 0;
    for (int draw = 0; draw < 50; draw++) {
      byte[] noisy = Augmentation.noise(0.05).apply(clip, random).frame(0);
      double sum = 0;
      double squares = 0;
      for (byte pixel : noisy) {
        double change = (pixel & 0xff) - 128;
        sum += change;
        squares += change * change;
      }
      assertThat(sum / noisy.length).isCloseTo(0, within(1.0));
      largest = Math.max(largest, Math.sqrt(squares / noisy.length));
    }

    assertThat(largest).isBetween(0.85 * 0.05 * 255, 1.03 * 0.05 * 255);
  }

  @Test
  void theSameNumbersChangeAWindowAlike() {
    Clip clip = flight();
    for (Augmentation augmentation :
        List.of(
            Augmentation.flipX(),
            Augmentation.shift(2),
            Augmentation.noise(0.1),
            Augmentation.brightness(0.1))) {
      Clip once = augmentation.apply(clip, new SplittableRandom(5));
      Clip again = augmentation.apply(clip, new SplittableRandom(5));

      assertThat(once.frame(3)).isEqualTo(again.frame(3));
      assertThat(once.variables()).isEqualTo(again.variables());
    }
  }
}
