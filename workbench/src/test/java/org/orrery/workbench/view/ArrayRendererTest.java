package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.kernel.display.Display;

/** Renders through the kernel's own display, which finds the renderer by its registration. */
class ArrayRendererTest {

  @Test
  void anArrayTellsItsTypeShapeRangeAndValues() {
    String text = text(Nd4j.linspace(0, 1, 5, DataType.FLOAT));

    assertThat(text).startsWith("FLOAT [5] · 0 to 1 · mean 0.5\n[").contains("0.2500");
  }

  @Test
  void manyValuesAreElided() {
    assertThat(text(Nd4j.zeros(DataType.FLOAT, 100_000))).hasSizeLessThan(500).contains("...");
  }

  @Test
  void ofAStackOfMatricesTheFirstIsShown() {
    INDArray stack = Nd4j.linspace(0, 1, 768, DataType.FLOAT).reshape(4, 3, 8, 8);

    assertThat(text(stack)).contains("FLOAT [4, 3, 8, 8]", "the first of 12 matrices:\n[[");
    assertThat(text(stack).lines()).hasSizeLessThan(12);
    assertThat(text(Nd4j.zeros(DataType.FLOAT, 2, 3, 4))).doesNotContain("first");
  }

  @Test
  void aMatrixIsAGridOfItsEndsBesideAHeatMap() {
    INDArray matrix = Nd4j.zeros(DataType.DOUBLE, 300, 40);
    matrix.putScalar(299, 39, 0.123456789);

    String html = (String) Display.render(matrix).data().get("text/html");

    assertThat(html)
        .contains("DOUBLE [300, 40]", "300 × 40", "… 289 more", ">299<", ">39<", ">0.1235<")
        .contains("data:image/png;base64,");
  }

  @Test
  void scalarsVectorsVolumesAndTextsStayText() {
    for (INDArray array :
        new INDArray[] {
          Nd4j.scalar(3.5),
          Nd4j.zeros(DataType.FLOAT, 1, 7),
          Nd4j.zeros(DataType.FLOAT, 3, 8, 8),
          Nd4j.zeros(DataType.BOOL, 2, 2),
          Nd4j.empty(DataType.FLOAT)
        }) {
      assertThat(Display.render(array).data()).containsOnlyKeys("text/plain");
    }
  }

  @Test
  void coloursRiseFromDarkToLightOrLeaveWhiteAroundZero() {
    assertThat(HeatMap.colour(0, 0, 1)).isEqualTo(0x440154);
    assertThat(HeatMap.colour(1, 0, 1)).isEqualTo(0xfde725);
    assertThat(HeatMap.colour(0, -2, 1)).isEqualTo(0xf7f7f7);
    assertThat(HeatMap.colour(-2, -2, 1)).isEqualTo(0x2166ac);
    assertThat(HeatMap.colour(Double.NaN, 0, 1)).isEqualTo(0x888888);
    assertThat(HeatMap.colour(7, 7, 7)).as("all the same").isEqualTo(0x21918c);
  }

  @Test
  void aLargeMatrixHasAMapOfSomeOfItsValues() {
    INDArray matrix = Nd4j.zeros(DataType.FLOAT, 1000, 2);

    BufferedImage map = HeatMap.of(matrix).image();

    assertThat(map.getHeight()).isEqualTo(192);
    assertThat(map.getWidth()).isEqualTo(2);
  }

  @Test
  void anArrayOfChannelsIsAPictureWhenAsked() {
    INDArray frame = Nd4j.zeros(DataType.FLOAT, 3, 4, 5);
    frame.putScalar(new int[] {0, 1, 2}, 1.5);
    frame.putScalar(new int[] {2, 1, 2}, 0.2);

    BufferedImage image = Images.of(frame);

    assertThat(image.getWidth()).isEqualTo(5);
    assertThat(image.getHeight()).isEqualTo(4);
    assertThat(image.getRGB(2, 1) & 0xffffff).isEqualTo(0xff0033);
    assertThat(Images.of(Nd4j.valueArrayOf(new long[] {1, 2, 2}, 128, DataType.UINT8)).getRGB(0, 0))
        .isEqualTo(0xff808080);
  }

  @Test
  void anotherShapeIsNoPicture() {
    assertThatThrownBy(() -> Images.of(Nd4j.zeros(4, 5, 3)))
        .hasMessageContaining("[3, height, width]")
        .hasMessageContaining("[4, 5, 3]");
  }

  private static String text(INDArray array) {
    return (String) Display.render(array).data().get("text/plain");
  }
}
