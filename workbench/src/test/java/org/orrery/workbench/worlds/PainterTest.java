package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PainterTest {
  private final Painter painter = new Painter(new Shot(1, 64, 25, 64, 1));

  @Test
  void aPolygonIsAsBrightAsItsAreaIsLarge() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] x = {60 * random.nextDouble(), 60 * random.nextDouble(), 60 * random.nextDouble()};
      double[] y = {60 * random.nextDouble(), 60 * random.nextDouble(), 60 * random.nextDouble()};
      double area = Math.abs((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / 2;

      assertThat(light(new Scene().polygon("", x, y, 0xffffff))).isCloseTo(area, within(1e-9));
    }
  }

  @Test
  void whatReachesBeyondTheFrameIsCutAtItsBorder() {
    double[] x = {-100, 200, 200, -100};
    double[] y = {-31, 65, 1000, 1000};
    // Below the line y = 1 + 0.32 x; the frame keeps 64 x 64 - (1 + 21.48) / 2 * 64.
    double above = 64 * (1 + (1 + 0.32 * 64)) / 2;

    assertThat(light(new Scene().polygon("", x, y, 0xffffff)))
        .isCloseTo(64 * 64 - above, within(1e-9));
    assertThat(light(new Scene().box("", -50, -50, -1, 90, 0xffffff))).isZero();
    assertThat(light(new Scene().box("", 65, 3, 90, 90, 0xffffff))).isZero();
    assertThat(light(new Scene().box("", 3, -9, 5, -1, 0xffffff))).isZero();
  }

  @Test
  void aLineIsAsBrightAsItIsLongAndWide() {
    double area = 30 * 4 + Math.PI * 4;

    assertThat(light(new Scene().line("", 10, 20, 28, 44, 4, 0xffffff)))
        .isCloseTo(area, within(0.01 * area));
  }

  @Test
  void aShaderIsAveragedOverEachPixel() {
    Scene scene = new Scene().ground((px, py, rgb) -> java.util.Arrays.fill(rgb, px / 64), 4);

    assertThat(light(scene)).isCloseTo(64 * 64 / 2.0, within(1e-6));
  }

  @Test
  void lightBecomesTheNearestLevelAndIsCutAtBlackAndWhite() {
    double[] light = {-0.5, 0, 0.49 / 255, 0.51 / 255, 0.5, 254.4 / 255, 1, 1.7};
    byte[] levels = {0, 0, 0, 1, (byte) 128, (byte) 254, (byte) 255, (byte) 255};

    assertThat(Painter.bytes(light)).isEqualTo(levels);
  }

  private double light(Scene scene) {
    double sum = 0;
    for (double value : painter.paint(scene)) {
      sum += value;
    }
    return sum;
  }
}
