package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TrackingTest {

  @Test
  void aSpotIsLocatedToATenthOfAPixel() {
    double[][] path = new double[30][];
    for (int t = 0; t < path.length; t++) {
      path[t] = new double[] {12 + 1.37 * t, 40 - 0.83 * t + 0.02 * t * t};
    }
    Clip clip = spots(64, 64, new double[][][] {path}, 0);

    Track spot = Tracking.of(clip).run().longest();

    assertThat(spot.size()).isEqualTo(30);
    for (Blob blob : spot.blobs()) {
      double[] truth = path[blob.frame()];
      assertThat(Math.hypot(blob.x() - truth[0], blob.y() - truth[1])).isLessThan(0.1);
    }
  }

  @Test
  void noiseOfTenLevelsDoesNotMakeSpots() {
    double[][] path = new double[20][];
    for (int t = 0; t < path.length; t++) {
      path[t] = new double[] {10 + 2.0 * t, 30 + 0.5 * t};
    }

    Tracks tracks = Tracking.of(spots(64, 64, new double[][][] {path}, 10)).run().lasting(3);

    assertThat(tracks.size()).isEqualTo(1);
    assertThat(tracks.longest().size()).isEqualTo(20);
  }

  @Test
  void twoThatPassEachOtherKeepTheirNames() {
    double[][] right = new double[24][];
    double[][] left = new double[24][];
    for (int t = 0; t < 24; t++) {
      right[t] = new double[] {8 + 2.1 * t, 14};
      left[t] = new double[] {58 - 2.1 * t, 34};
    }

    Tracks tracks =
        Tracking.of(spots(64, 48, new double[][][] {right, left}, 0)).predicting().run();

    assertThat(tracks.size()).isEqualTo(2);
    for (Track track : tracks) {
      double y = track.blobs().get(0).y();
      assertThat(track.blobs()).allMatch(blob -> Math.abs(blob.y() - y) < 0.5);
      assertThat(track.size()).isEqualTo(24);
    }
  }

  @Test
  void aThingOutOfSightForAFrameIsTheSameThing() {
    double[][] path = new double[12][];
    for (int t = 0; t < 12; t++) {
      path[t] = t == 6 ? new double[] {-50, -50} : new double[] {10 + 3.0 * t, 20};
    }
    Clip clip = spots(64, 48, new double[][][] {path}, 0);

    assertThat(Tracking.of(clip).memory(1).run().list()).hasSize(1);
    assertThat(Tracking.of(clip).memory(0).run().list()).hasSize(2);
    float[][] places = Tracking.of(clip).memory(1).run().longest().pixels(12);
    assertThat(places[6][0]).isNaN();
  }

  @Test
  void positionsAreInMetresWhereTheScaleIsKnown() {
    double[][] path = new double[10][];
    for (int t = 0; t < 10; t++) {
      path[t] = new double[] {10 + 4.0 * t, 20};
    }
    Clip clip = spots(64, 48, new double[][][] {path}, 0);

    Variable position = Tracking.of(clip).run().longest().position(clip);

    assertThat(position.unit()).isEqualTo("m");
    assertThat(position.at(3, 0)).isCloseTo(2.2f, org.assertj.core.api.Assertions.within(0.02f));
  }

  @Test
  void anEmptyClipSaysWhatToChange() {
    Clip clip = spots(32, 32, new double[][][] {}, 0);

    assertThatThrownBy(() -> Tracking.of(clip).run().longest())
        .hasMessageContaining("nothing was found in clip spots: lower the threshold");
  }

  @RepeatedTest(20)
  void theAssignmentIsTheCheapestOfAll(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int rows = 1 + random.nextInt(6);
    int columns = rows + random.nextInt(2);
    double[][] cost = new double[rows][columns];
    for (double[] row : cost) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextInt(20);
      }
    }

    int[] chosen = Hungarian.assign(cost);

    assertThat(chosen).doesNotHaveDuplicates();
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += cost[i][chosen[i]];
    }
    assertThat(sum).isEqualTo(cheapest(cost, 0, new boolean[columns]));
  }

  @RepeatedTest(5)
  void theIntervalHoldsTheDiffusionThatWasSimulated(RepetitionInfo repetition) {
    double d = 0.4e-12;
    Clip clip =
        Clip.builder("walk", 1, 1, 1).fps(24).pixelsPerMetre(2.85e6).frame(new byte[1]).build();
    Random random = new Random(100 + repetition.getCurrentRepetition());
    double step = Math.sqrt(2 * d / 24) * 2.85e6;
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Blob> blobs = new ArrayList<>();
      double x = 100;
      double y = 100;
      for (int t = 0; t < 24; t++) {
        // An error in place of a third of a pixel and a drift must not count.
        blobs.add(
            new Blob(t, x + 0.3 * random.nextGaussian(), y + 0.3 * random.nextGaussian(), 9, 100));
        x += step * random.nextGaussian() + 0.2;
        y += step * random.nextGaussian();
      }
      tracks.add(new Track(blobs));
    }

    Diffusion measured = new Tracks(clip, tracks).diffusion();

    assertThat(measured.coefficient()).isBetween(0.88 * d, 1.12 * d);
    assertThat(measured.low()).isLessThan(measured.coefficient());
    assertThat(measured.high() - measured.low()).isLessThan(0.25 * d);
  }

  @Test
  void stokesAndEinsteinPredictWhatATableSays() {
    // Water at 20 degrees C: 1.002 mPa s (CRC Handbook); a sphere of 1 micron: 0.43 um^2/s.
    assertThat(Diffusion.waterViscosity(293.15)).isBetween(0.98e-3, 1.03e-3);
    assertThat(Diffusion.stokesEinstein(293.15, 1.002e-3, 1e-6)).isBetween(0.42e-12, 0.44e-12);
  }

  /** The film does not say how warm the water was; 17 to 25 degrees C are a room's. */
  @Test
  void spheresInWaterDiffuseAsStokesAndEinsteinPredict() {
    Clip water = Clips.read(Path.of("..", "datasets", "bulk-water"));

    Diffusion measured =
        Tracking.of(water)
            .dark()
            .overSurroundings(31)
            .threshold(6)
            .area(6, 200)
            .longestStep(8)
            .run()
            .lasting(8)
            .diffusion();

    double cold = Diffusion.stokesEinstein(290, Diffusion.waterViscosity(290), 1e-6);
    double warm = Diffusion.stokesEinstein(298, Diffusion.waterViscosity(298), 1e-6);
    assertThat(measured.tracks()).isGreaterThan(300);
    assertThat(measured.high()).isGreaterThan(cold);
    assertThat(measured.low()).isLessThan(warm);
    assertThat(measured.high() - measured.low()).isLessThan(0.2 * measured.coefficient());
  }

  private static double cheapest(double[][] cost, int row, boolean[] taken) {
    if (row == cost.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        least = Math.min(least, cost[row][j] + cheapest(cost, row + 1, taken));
        taken[j] = false;
      }
    }
    return least;
  }

  /** Gaussian spots of 1.8 pixels on grey 60, with noise of so many levels. */
  private static Clip spots(int width, int height, double[][][] paths, double noise) {
    Random random = new Random(4);
    int frames = paths.length == 0 ? 5 : paths[0].length;
    Clip.Builder clip = Clip.builder("spots", 1, height, width).pixelsPerMetre(10);
    for (int t = 0; t < frames; t++) {
      byte[] frame = new byte[height * width];
      for (int i = 0; i < frame.length; i++) {
        double value = 60 + noise * random.nextGaussian();
        for (double[][] path : paths) {
          double dx = i % width + 0.5 - path[t][0];
          double dy = i / width + 0.5 - path[t][1];
          value += 150 * Math.exp(-(dx * dx + dy * dy) / (2 * 1.8 * 1.8));
        }
        frame[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
      clip.frame(frame);
    }
    return clip.build();
  }
}
