package org.orrery.workbench.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.physics.SteeringReport;

class SteeringRendererTest {

  @Test
  void aSteeringReportPlaysTheClipSteeredDownUnsteeredAndSteeredUp() {
    MimeBundle bundle = Display.render(report());

    String html = bundle.data().get("text/html").toString();
    assertThat(html)
        .contains("<video", "gravity \u22122", "unsteered", "gravity +2")
        .contains("gain 0.80", "gain 1", "random, ± r.m.s.", "commanded change, m/s^2")
        .contains("at every step", "slope 0.03")
        .doesNotContain("NaN");
    assertThat(html.indexOf("gravity \u22122")).isLessThan(html.indexOf("unsteered"));
    assertThat(bundle.data().get("text/plain").toString()).contains("steering of gravity");
    assertThat(bundle.data()).containsKey("image/png");
  }

  private static SteeringReport report() {
    Map<String, Clip> pictures = new LinkedHashMap<>();
    for (String title : List.of("unsteered", "gravity \u22122", "gravity +2")) {
      Clip.Builder clip = Clip.builder(title, 1, 16, 16);
      for (int t = 0; t < 3; t++) {
        byte[] frame = new byte[256];
        frame[40 + 16 * t] = (byte) 255;
        clip.frame(frame);
      }
      pictures.put(title, clip.build());
    }
    return new SteeringReport(
        "a model",
        "a world",
        "gravity",
        "m/s^2",
        "gravity from [z_t-3 .. z_t], free flight",
        true,
        0.25,
        gain(Double.NaN),
        List.of(gain(-2), gain(2)),
        new double[] {0.1, -0.2},
        List.of(new SteeringReport.Drift("velocity y", 0.03, 22.5, false)),
        new double[] {0.03, 0.05},
        pictures);
  }

  private static SteeringReport.Gain gain(double commanded) {
    return new SteeringReport.Gain(commanded, 0.8, 0.6, 1, 0.7, -0.1, 1.6, 50);
  }
}
