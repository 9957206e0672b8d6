package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.physics.HorizonCurve;
import org.orrery.workbench.physics.RolloutCurves;
import org.orrery.workbench.physics.RolloutReport;
import org.orrery.workbench.probes.Control;
import org.orrery.workbench.probes.DescriptionLength;
import org.orrery.workbench.probes.LearningCurve;
import org.orrery.workbench.probes.Measure;
import org.orrery.workbench.probes.ProbeReport;
import org.orrery.workbench.probes.ProbeResult;
import org.orrery.workbench.probes.ProbeTarget;
import org.orrery.workbench.probes.Readout;
import org.orrery.workbench.probes.Score;
import org.orrery.workbench.worlds.Worlds;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Renders through the kernel's own display, which finds the renderers by their registration. */
class ReportRenderersTest {

  @Test
  void aTableBecomesHtmlWithNumbersToTheRightAndItsTextEscaped() {
    Table table =
        Table.create(
            StringColumn.create("name", "a<b", "plain"),
            DoubleColumn.create("value", 0.123456, Double.NaN));
    MimeBundle bundle = Display.render(table);
    assertThat(html(bundle))
        .contains("a&lt;b", "text-align:right\">0.123<", "text-align:right\">–<")
        .doesNotContain("a<b");
    assertThat(bundle.data().get("text/plain").toString()).contains("a<b");
  }

  @Test
  void ofALongTableTheEndsAreShownAndTheRestIsCounted() {
    double[] values = new double[995];
    values[994] = 7.25;
    Table table = Table.create("long", DoubleColumn.create("value", values));

    assertThat(html(Display.render(table)))
        .contains("… 970 more", ">7.25<", "995 rows × 1 columns");
  }

  @Test
  void aColumnIsShownAsATableOfItself() {
    MimeBundle bundle = Display.render(StringColumn.create("name", "a<b"));

    assertThat(html(bundle)).contains(">name<", "a&lt;b");
    assertThat(bundle.data().get("text/plain").toString()).contains("name", "a<b");
  }

  @Test
  void aChartIsDrawnInLinesTooUnlessItHasVeryManyPoints() {
    XYChart chart = ChartStyle.applyTo(new XYChartBuilder().width(320).height(200).build());
    chart.addSeries("error", new double[] {1, 2, 3}, new double[] {1, 4, 2});
    assertThat(Display.render(chart).data().get("image/svg+xml").toString())
        .contains("<svg", "width=\"320px\"", "rgb(68,119,170)");

    XYChart dense = new XYChartBuilder().width(320).height(200).build();
    double[] many = IntStream.range(0, 50_000).mapToDouble(i -> Math.sin(i)).toArray();
    dense.addSeries("dense", many);
    assertThat(Display.render(dense).data()).containsOnlyKeys("text/plain", "image/png");
  }

  @Test
  void aChartBecomesAPictureOfTwiceItsSize() throws Exception {
    XYChart chart = ChartStyle.applyTo(new XYChartBuilder().width(320).height(200).build());
    chart.addSeries("error", new double[] {1, 2, 3}, new double[] {1, 4, 2});
    MimeBundle bundle = Display.render(chart);
    byte[] png = Base64.getDecoder().decode((String) bundle.data().get("image/png"));
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(640);
    assertThat(bundle.metadata().get("image/png")).isEqualTo(Map.of("width", 320, "height", 200));
    assertThat(bundle.data().get("text/plain").toString()).contains("XYChart");
  }

  @Test
  void aProbeReportShowsBothModelsBesideTheirControls() {
    MimeBundle bundle = Display.render(report());
    assertThat(html(bundle))
        .contains("<svg", "0.466", "0.371 to 0.561", "−0.012", "before tuning", "untrained")
        .contains(">0.220<", ">0.440<")
        .contains("<b>position</b> from z_t, linear", "<b>velocity</b> from z_t, linear")
        .contains(
            "<b>gravity</b> from [z_t-7 .. z_t], free flight, MLP, 2,489 windows of 178 clips")
        .contains("windows whose latents saw no bounce");
    assertThat(bundle.data().get("text/plain").toString()).contains("gravity", "R2  0.466");
  }

  @Test
  void aRolloutReportShowsSomeHorizonsAndTheInstrumentsFloor() {
    MimeBundle bundle = Display.render(rollout());
    assertThat(html(bundle)).contains("<svg", "copy-last", ">24<", "its floor on true frames 0.03");
    assertThat(html(bundle)).doesNotContain(">23<");
    assertThat(bundle.data().get("text/plain").toString()).contains("effective rank 7.4");
  }

  static ProbeReport report() {
    ProbeTarget gravity = ProbeTarget.of("gravity").freeFlight(8);
    ProbeReport after =
        new ProbeReport(
            "1000 clips",
            0,
            List.of(
                result(ProbeTarget.of("position"), Readout.LINEAR, 0.987, 0.003, 0.98, 0.36),
                result(ProbeTarget.of("velocity"), Readout.LINEAR, 0.37, 0.04, 0.01, 0.02),
                result(ProbeTarget.of("velocity").window(2), Readout.LINEAR, 0.86, 0.02, 0.44, 0.1),
                result(gravity, Readout.LINEAR, 0.466, 0.095, 0.08, 0.03),
                result(gravity, Readout.MLP, 0.71, 0.06, -0.02, 0.04)));
    ProbeReport before =
        new ProbeReport(
            "1000 clips",
            0,
            List.of(
                result(ProbeTarget.of("position"), Readout.LINEAR, 0.981, 0.004, 0.98, 0.36),
                result(ProbeTarget.of("velocity"), Readout.LINEAR, 0.33, 0.04, 0.01, 0.02),
                result(gravity, Readout.LINEAR, 0.39, 0.1, 0.08, 0.03)));
    return after.beside("before tuning", before);
  }

  static RolloutReport rollout() {
    HorizonCurve error = curve("centre error", "px", h -> 0.3 + 0.01 * h * h);
    HorizonCurve still = curve("centre error", "px", h -> 24 * (1 - Math.exp(-h / 9.0)));
    HorizonCurve psnr = curve("PSNR", "dB", h -> 30 - h / 2.0);
    HorizonCurve ssim = curve("SSIM", "", h -> 1 - h / 100.0);
    HorizonCurve latent = curve("latent error", "", h -> 0.01 * h);
    return new RolloutReport(
        4,
        new RolloutCurves(error, psnr, ssim, latent),
        new RolloutCurves(still, psnr, ssim, latent),
        new double[24],
        0.03,
        1,
        7.4,
        0.6,
        0.7);
  }

  private static HorizonCurve curve(String name, String unit, IntToDoubleFunction figure) {
    double[][] each = new double[24][9];
    for (int h = 0; h < 24; h++) {
      for (int c = 0; c < 9; c++) {
        each[h][c] = figure.applyAsDouble(h + 1) * (1 + (c - 4) / 50.0);
      }
    }
    return new HorizonCurve(name, unit, true, each);
  }

  private static ProbeResult result(
      ProbeTarget target, Readout readout, double r2, double half, double pixels, double fresh) {
    return new ProbeResult(
        target,
        readout,
        ProbeReport.MODEL,
        score(r2, half),
        Map.of(
            Control.SHUFFLED, score(-0.012, 0.01),
            Control.PIXELS_16, score(pixels / 2, 0.03),
            Control.PIXELS_64, score(pixels, 0.03),
            Control.UNTRAINED, score(fresh, 0.02)));
  }

  private static Score score(double r2, double half) {
    double[] each = {r2};
    return new Score(r2, r2 - half, r2 + half, each, Math.sqrt(Math.max(0, r2)), 0.4, 2489, 178);
  }

  private static String html(MimeBundle bundle) {
    return (String) bundle.data().get("text/html");
  }

  @Test
  void aReportOfClassesShowsAccuracyAndTheBitsSaved() {
    Score told =
        new Score(
            Measure.ACCURACY,
            0.9166,
            0.88,
            0.94,
            new double[] {0.9, 0.8},
            Double.NaN,
            Double.NaN,
            100,
            10);
    ProbeResult result =
        new ProbeResult(
            ProbeTarget.of("contact").asClasses(),
            Readout.LINEAR,
            "model",
            told,
            Map.of(Control.SHUFFLED, told),
            Optional.of(new DescriptionLength(50, 200, 100)));

    MimeBundle bundle = Display.render(new ProbeReport("some clips", 0, List.of(result)));

    assertThat(html(bundle))
        .contains(">score<", ">bits saved<", ">0.917<", ">1.500<", "10 clips: accuracy")
        .contains("R² (of classes: accuracy)");
    assertThat(bundle.data().get("text/plain").toString()).contains("accuracy  0.917");
  }

  @Test
  void aLearningCurveIsDrawnWithItsIntervalsAndItsControl() {
    ProbeTarget gravity = ProbeTarget.of("gravity").freeFlight(8);
    Score few = new Score(0.2, 0.1, 0.3, new double[] {0.2}, 0.4, 1, 100, 10);
    Score many = new Score(0.6, 0.5, 0.7, new double[] {0.6}, 0.8, 1, 100, 10);
    Score none = new Score(-0.01, -0.02, 0, new double[] {-0.01}, 0, 1, 100, 10);
    LearningCurve curve =
        new LearningCurve(
            "some clips",
            List.of(
                new LearningCurve.Point(gravity, Readout.LINEAR, "model", 6, few, none),
                new LearningCurve.Point(gravity, Readout.LINEAR, "model", 60, many, none)));

    MimeBundle bundle = Display.render(curve);

    assertThat(html(bundle))
        .contains("<svg", ">60<", "stroke-dasharray", "some clips", "gravity from [z_t-7 .. z_t]");
    assertThat(bundle.data().get("text/plain").toString()).contains("gravity", "0.6");
  }

  @Test
  void aLatentMapIsColouredByItsVariable() {
    ClipSet clips = Clips.of(Worlds.bouncingBall().size(16).frames(12), 8).seed(3);
    float[][][] z = new float[8][12][3];
    for (int c = 0; c < 8; c++) {
      for (int t = 0; t < 12; t++) {
        for (int j = 0; j < 2; j++) {
          z[c][t][j] = clips.get(c).variable("position").at(t, j);
        }
      }
    }
    LatentMap map = LatentMap.pca(Nd4j.create(z), clips).by("position", 1).paths(2);

    String html = html(Display.render(map));

    assertThat(html.split("<circle", -1)).hasSize(1 + 8 * 11 + 2);
    assertThat(html.split("<polyline", -1)).hasSize(3);
    assertThat(html)
        .contains("position", "y [m]", "100 % of the variance", "88 latents of 8 clips");
    assertThatThrownBy(() -> map.by("gravity", 1)).hasMessageContaining("choose 0 to 0");
    LatentMap near = LatentMap.tsne(Nd4j.create(z), clips).by("gravity");
    assertThat(html(Display.render(near))).contains("t-SNE, perplexity 22");
  }
}
