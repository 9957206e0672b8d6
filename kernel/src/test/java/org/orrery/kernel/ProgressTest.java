package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What front ends see of bars, and of looks that a cell registers. */
class ProgressTest extends RunningKernel {

  @Test
  void progressIsOneDisplayRenewedInPlaceThatShowsItsLastState() throws Exception {
    var exchange =
        client.execute(
            """
            for (var x : progress(IntStream.range(0, 100_000).boxed().toList(), "items")) {}
            """);

    var id = exchange.published("display_data").get(0).object("transient").get("display_id");
    var updates = exchange.published("update_display_data");
    var last = updates.get(updates.size() - 1);
    assertThat(last.object("transient").get("display_id")).isEqualTo(id);
    assertThat(last.object("data").get("text/plain").toString()).startsWith("✓ items 100%");
    assertThat(updates).hasSizeLessThan(50);
  }

  @Test
  void progressOfACellThatFailsSaysSo() throws Exception {
    var exchange =
        client.execute(
            """
            try (var bar = progress(10, "frames")) { bar.step(3); Integer.parseInt("x"); }
            """);

    assertThat(exchange.status()).isEqualTo("error");
    var updates = exchange.published("update_display_data");
    assertThat(updates.get(updates.size() - 1).object("data").get("text/plain").toString())
        .contains("✗ frames", "failed at 3 of 10");
  }

  @Test
  void progressOfAnInterruptedCellSaysSo() throws Exception {
    var running =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                var endless = progress(100, "endless");
                endless.at(7);
                System.out.println("looping");
                while (true) {}
                """));
    client.published(running, "stream");
    client.sendControl("interrupt_request", Map.of());
    client.controlReply();

    var exchange = client.finish(running);

    var updates = exchange.published("update_display_data");
    assertThat(updates.get(updates.size() - 1).object("data").get("text/plain").toString())
        .contains("interrupted at 7 of 100");
  }

  @Test
  void aLookRegisteredInACellShowsInLaterCells() throws Exception {
    client.execute(
        """
        import org.orrery.kernel.display.*;
        record Point(int x) {}
        Display.register(Point.class, p -> MimeBundle.html("<b>" + p.x() + "</b>", "point"));
        """);

    var data = client.execute("new Point(4)").published("execute_result").get(0).object("data");

    assertThat(data).containsEntry("text/html", "<b>4</b>").containsEntry("text/plain", "point");
  }
}
