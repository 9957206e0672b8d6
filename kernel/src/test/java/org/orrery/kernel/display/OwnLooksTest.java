package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLooksTest {

  @TempDir Path folder;

  private record Ball(String name, double mass, double[] path) {}

  private static Ball ball(int i) {
    return new Ball("ball <" + i + ">", i / 3.0, new double[] {i, 2});
  }

  @Test
  void aRecordIsATableOfItsFieldsEscaped() {
    var html = html(Display.render(ball(1)));

    assertThat(html).contains(">Ball<", ">name<", ">ball &lt;1&gt;<", ">0.33333<", ">[1, 2]<");
    assertThat(text(Display.render(new Ball("b", 1, null))))
        .isEqualTo("Ball[name=b, mass=1.0, path=null]");
  }

  @Test
  void recordsAreATableWithARowEachAndLongOnesSayHowManyMore() {
    var html = html(Display.render(IntStream.range(0, 986).mapToObj(i -> ball(i)).toList()));

    assertThat(html)
        .contains(
            ">name<",
            ">mass<",
            ">0.33<",
            ">328.33<",
            ">ball &lt;11&gt;<",
            ">… 970 more<",
            ">ball &lt;985&gt;<")
        .contains("text-align:right\">985<", "986 × Ball")
        .doesNotContain("ball &lt;12&gt;");
    assertThat(html(Display.render(new Ball[] {ball(1)}))).contains("1 × Ball");
  }

  @Test
  void recordsOfSeveralKindsStayText() {
    record Other(int x) {}

    assertThat(Display.render(List.of(ball(1), new Other(2))).data())
        .containsOnlyKeys("text/plain");
  }

  @Test
  void likeMapsAreATable() {
    var rows =
        List.of(
            new LinkedHashMap<>(Map.of("loss", 0.25)), new LinkedHashMap<>(Map.of("loss", 0.125)));

    assertThat(html(Display.render(rows)))
        .contains(">loss<", "text-align:right\">0.125<", "2 rows");
  }

  @Test
  void aMapIsATableOfKeysAndValues() {
    var map = new LinkedHashMap<String, Object>();
    map.put("rate<", 3e-4);
    map.put("none", null);

    var bundle = Display.render(map);

    assertThat(html(bundle)).contains(">rate&lt;<", ">0.0003<", ">null<");
    assertThat(text(bundle)).isEqualTo(map.toString());
  }

  @Test
  void aMatrixIsAGridCutInBothDirections() {
    var matrix = new double[1000][64];
    matrix[999][63] = 1234.5678;

    var html = html(Display.render(matrix));

    assertThat(html).contains("1,000 × 64 double", "… 989 more", ">63<", ">1234.6<");
    assertThat(html.split("<tr", -1)).hasSize(1 + 1 + 8 + 1 + 3);
    assertThat(html(Display.render(List.of(List.of(1, 2), List.of(3, 4))))).contains("2 × 2");
  }

  @Test
  void raggedRowsAndRowsOfOneStayText() {
    assertThat(Display.render(new int[][] {{1, 2}, {3}}).data()).containsOnlyKeys("text/plain");
    assertThat(Display.render(List.of(List.of(1), List.of(2))).data())
        .containsOnlyKeys("text/plain");
    assertThat(Display.render(Arrays.asList(null, List.of(1, 2))).data())
        .containsOnlyKeys("text/plain");
  }

  @Test
  void whatAnOptionalHoldsLooksAsRichAsItself() {
    assertThat(text(Display.render(Optional.of(3)))).isEqualTo("Optional[3]");
    assertThat(text(Display.render(Optional.empty()))).isEqualTo("Optional.empty");
    assertThat(Display.render(Optional.of(ball(1))).data()).containsKey("text/html");
  }

  @Test
  void aStreamIsLeftUnconsumed() {
    var stream = Stream.of(1, 2);

    assertThat(text(Display.render(stream)))
        .isEqualTo("Stream, not walked yet: end it with .toList() to see its elements");
    assertThat(text(Display.render(IntStream.of(1)))).startsWith("IntStream, not walked yet");
    assertThat(stream.toList()).containsExactly(1, 2);
  }

  @Test
  void anExceptionSaysWhereItComesFromAndWhy() {
    var thrown = new IllegalStateException("outer", new IOException("inner"));

    assertThat(text(Display.render(thrown)))
        .startsWith("java.lang.IllegalStateException: outer\n    at " + getClass().getName())
        .contains("Caused by: java.io.IOException: inner\n")
        .doesNotContain("jdk.internal.reflect");
  }

  @Test
  void ofADeepStackTheTopIsShown() {
    assertThat(text(Display.render(thrownBelow(20)))).contains("    … 14 more frames");
  }

  private static Exception thrownBelow(int calls) {
    return calls == 0 ? new IOException("deep") : thrownBelow(calls - 1);
  }

  @Test
  void thePathOfAPictureIsThePicture() throws IOException {
    var file = folder.resolve("dot.png");
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

    for (var value : List.of(file, file.toFile())) {
      var bundle = Display.render(value);
      assertThat(bundle.data().get("image/png"))
          .isEqualTo(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      assertThat(text(bundle)).isEqualTo(file.toString());
    }
    assertThat(Display.render(folder.resolve("missing.png")).data()).containsOnlyKeys("text/plain");
  }

  @Test
  void imagesStandSideBySideAndSomeOfMany() {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);

    var html = html(Display.render(Collections.nCopies(30, image)));

    assertThat(html.split("<img", -1)).hasSize(1 + 24);
    assertThat(html).contains("… 6 more", "image-rendering:pixelated");
  }

  @Test
  void anImageOfPixelsThatPngDoesNotKnowIsConverted() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    image.setRGB(1, 0, 0xff102030);

    var png = Base64.getDecoder().decode((String) Display.render(image).data().get("image/png"));

    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getRGB(1, 0)).isEqualTo(0xff102030);
  }

  @Test
  void theFiguresOfAColumnStandWithTheirPointsBelowOneAnother() {
    assertThat(Column.of("", List.of(0.5, 12.345678, 100.0)).texts())
        .containsExactly("0.50", "12.35", "100.00");
    assertThat(Column.of("", List.of(1.5, 1e-9)).texts()).containsExactly("1.5", "1e-9");
    assertThat(Column.of("", List.of(1, 20)).texts()).containsExactly("1", "20");
    assertThat(Column.of("", Arrays.asList("a", null)).isNumbers()).isFalse();
  }

  @Test
  void whatAnOptionalFieldHoldsIsShownInATable() {
    record Noted(Optional<String> note) {}

    var html =
        html(Display.render(List.of(new Noted(Optional.of("n")), new Noted(Optional.empty()))));

    assertThat(html).contains(">n<", ">–<");
  }

  @Test
  void figuresHaveNoMoreDigitsThanOneCanRead() {
    assertThat(
            Stream.of(0.1 + 0.2, 1e-7 / 3, 5e12 / 3, 42.0, 0.0, Double.NaN, 0.1f, 123456.789)
                .map(Figure::of))
        .containsExactly("0.3", "3.3333e-8", "1.6667e12", "42", "0", "NaN", "0.1", "123457");
  }

  private static String html(MimeBundle bundle) {
    return (String) bundle.data().get("text/html");
  }

  private static String text(MimeBundle bundle) {
    return (String) bundle.data().get("text/plain");
  }
}
