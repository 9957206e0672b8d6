package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.protocol.Message;

/** Interactive controls, asked of the real kernel over its sockets. */
class InteractiveControlsTest extends RunningKernel {

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  @BeforeAll
  void importTheirNames() throws Exception {
    client.execute("import org.orrery.kernel.widgets.*;");
  }

  @Test
  void aWidgetAsTheValueOfACellIsOpenedThenShown() throws Exception {
    var exchange = client.execute("Widgets.intSlider(\"gravity\", 0, 20).value(5)");

    assertThat(exchange.types())
        .containsExactly(
            "status", "execute_input", "comm_open", "comm_open", "comm_open", "execute_result");
    var opened = exchange.published("comm_open").get(2);
    var shown = exchange.published("execute_result").get(0).object("data");
    assertThat(opened.text("target_name")).isEqualTo("jupyter.widget");
    assertThat(opened.metadata()).containsEntry("version", "2.1.0");
    assertThat(shown.get("text/plain"))
        .isEqualTo("IntSlider(description=gravity, max=20, value=5)");
    assertThat(shown.get(VIEW))
        .isEqualTo(
            Map.of("model_id", opened.text("comm_id"), "version_major", 2, "version_minor", 0));
  }

  @Test
  void whatTheReaderSetsIsEchoedAndObservedUnderTheReadersMessage() throws Exception {
    var slider =
        shown(
            """
            var observed = Widgets.intSlider("observed", 0, 20);
            observed.onChange(v -> { System.out.println("now " + v); if (v == 7) observed.value(8); });
            observed
            """);

    var published = set(slider, Map.of("value", 7));

    assertThat(printed(published)).isEqualTo("now 7\nnow 8\n");
    assertThat(published)
        .filteredOn(one -> one.type().equals("comm_msg"))
        .extracting(one -> one.object("data").get("method"), one -> one.object("data").get("state"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("echo_update", Map.of("value", 7)),
            org.assertj.core.groups.Tuple.tuple("update", Map.of("value", 8)));
    assertThat(client.execute("observed.value()").result()).isEqualTo("8");
  }

  @Test
  void aRunningLoopFollowsTheReaderAndMovesABar() throws Exception {
    var rate = shown("var rate = Widgets.intSlider(\"rate\", 0, 100); rate");
    shown("var bar = Widgets.intProgress(\"steps\", 100); bar");
    var loop =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                System.out.println("training");
                int seen = 0;
                while (seen < 100) {
                  seen = rate.value();
                  bar.value(seen);
                }
                "saw " + seen
                """));
    assertThat(client.published(loop, "stream").text("text")).isEqualTo("training\n");

    for (int value = 20; value <= 100; value += 20) {
      set(rate, Map.of("value", value));
      var update = client.published(loop, "comm_msg"); // of the bar, while the cell runs
      assertThat(update.object("data").get("state")).isEqualTo(Map.of("value", value));
    }

    assertThat(client.finish(loop).result()).isEqualTo("saw 100");
  }

  @Test
  void aButtonStopsARunningLoop() throws Exception {
    var button =
        shown(
            """
            var stopped = new java.util.concurrent.atomic.AtomicBoolean();
            Widgets.button("stop").onClick(() -> stopped.set(true))
            """);
    var loop =
        client.send(
            "execute_request",
            Map.of("code", "System.out.println(1); while (!stopped.get()) {} \"stopped\""));
    client.published(loop, "stream");

    say(button, Map.of("method", "custom", "content", Map.of("event", "click")));

    assertThat(client.finish(loop).result()).isEqualTo("stopped");
  }

  @Test
  void whatAFunctionOfControlsGivesGoesToItsOutputWidget() throws Exception {
    var exchange =
        client.execute(
            """
            var factor = Widgets.intSlider("factor", 1, 9).value(2);
            Widgets.interact(factor, f -> { System.out.println("times " + f); return f * 21; })
            """);
    var output = idOf(exchange, "OutputModel");
    assertThat(exchange.printed("stdout")).isEqualTo("times 2\n");
    assertThat(texts(exchange.published("display_data"))).containsExactly("42");

    var request =
        client.sendComm("comm_msg", update(idOf(exchange, "IntSliderModel"), 3), List.of());
    var published = client.untilIdle(request);

    assertThat(published)
        .filteredOn(one -> !one.type().equals("status"))
        .extracting(InteractiveControlsTest::inShort)
        .containsExactly(
            "echo_update {value=3}",
            "update {msg_id=" + request + "}",
            "clear_output",
            "stream",
            "display_data",
            "update {msg_id=}");
    assertThat(published)
        .filteredOn(one -> inShort(one).startsWith("update"))
        .extracting(one -> one.text("comm_id"))
        .containsOnly(output);
    assertThat(printed(published)).isEqualTo("times 3\n");
    assertThat(texts(published)).containsExactly("63");
  }

  @Test
  void aFunctionOfControlsThatThrowsSaysSoInItsOutput() throws Exception {
    var exchange =
        client.execute(
            """
            var divisor = Widgets.intSlider("divisor", 0, 9).value(1);
            Widgets.interact(divisor, d -> 10 / d)
            """);

    var published = set(idOf(exchange, "IntSliderModel"), Map.of("value", 0));

    assertThat(new KernelClient.Exchange(null, published).printed("stderr"))
        .contains("ArithmeticException: / by zero")
        .doesNotContain("org.orrery");
  }

  @Test
  void anImageTravelsAsABuffer() throws Exception {
    var exchange =
        client.execute(
            """
            import java.awt.image.BufferedImage;
            var frame = Widgets.image(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
            display(frame);
            frame.value(new byte[] {1, 2, 3});
            """);

    var update = exchange.published("comm_msg").get(0);
    assertThat(update.object("data")).containsEntry("buffer_paths", List.of(List.of("value")));
    assertThat(update.buffers()).containsExactly(new byte[] {1, 2, 3});
  }

  @Test
  void theReadersStateRequestsAreAnswered() throws Exception {
    var slider = shown("Widgets.floatSlider(\"asked\", 0, 1).value(0.5)");

    var whole = say(slider, Map.of("method", "request_state"));
    client.untilIdle(
        client.sendComm(
            "comm_open",
            Map.of("comm_id", "all", "target_name", "jupyter.widget.control", "data", Map.of()),
            List.of()));
    var all = say("all", Map.of("method", "request_states"));

    assertThat(whole)
        .filteredOn(one -> one.type().equals("comm_msg"))
        .singleElement()
        .satisfies(
            one ->
                assertThat((Map<?, ?>) one.object("data").get("state"))
                    .extracting("value", "description")
                    .containsExactly(0.5, "asked"));
    assertThat(all)
        .filteredOn(one -> one.type().equals("comm_msg"))
        .singleElement()
        .satisfies(
            one ->
                assertThat((Map<?, ?>) one.object("data").get("states"))
                    .extracting(slider)
                    .extracting("model_name")
                    .isEqualTo("FloatSliderModel"));
  }

  private String shown(String code) throws Exception {
    var exchange = client.execute(code);
    assertThat(exchange.status()).as(exchange.reply().text("evalue")).isEqualTo("ok");
    var view = exchange.published("execute_result").get(0).object("data").get(VIEW);
    return (String) ((Map<?, ?>) view).get("model_id");
  }

  private static String idOf(KernelClient.Exchange exchange, String model) {
    return exchange.published("comm_open").stream()
        .filter(
            one -> ((Map<?, ?>) one.object("data").get("state")).get("_model_name").equals(model))
        .findFirst()
        .orElseThrow()
        .text("comm_id");
  }

  private static Map<String, Object> update(String id, Object value) {
    return Map.of(
        "comm_id",
        id,
        "data",
        Map.of("method", "update", "state", Map.of("value", value), "buffer_paths", List.of()));
  }

  private List<Message> set(String id, Map<String, Object> state) throws Exception {
    return say(id, Map.of("method", "update", "state", state, "buffer_paths", List.of()));
  }

  private List<Message> say(String id, Map<String, Object> data) throws Exception {
    return client.untilIdle(
        client.sendComm("comm_msg", Map.of("comm_id", id, "data", data), List.of()));
  }

  private static String inShort(Message message) {
    return message.type().equals("comm_msg")
        ? message.object("data").get("method") + " " + message.object("data").get("state")
        : message.type();
  }

  private static List<String> texts(List<Message> displays) {
    return displays.stream()
        .filter(one -> one.type().equals("display_data"))
        .map(one -> String.valueOf(one.object("data").get("text/plain")))
        .toList();
  }

  private static String printed(List<Message> published) {
    return new KernelClient.Exchange(null, published).printed("stdout");
  }
}
