package org.orrery.kernel.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.kernel.widgets.FrontEnd.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.Comms;

/** The widgets protocol, as a front end sees it. */
class WidgetTest {

  private final FrontEnd page = new FrontEnd();

  @AfterEach
  void disconnect() {
    page.close();
  }

  @Test
  void aWidgetIsMadeKnownWhenItIsFirstShownAndWhatItNamesBeforeIt() {
    var slider = Widgets.intSlider("gravity", 0, 20).value(5);
    assertThat(page.heard()).isEmpty();

    var shown = page.show(slider);

    var opened = page.heard();
    assertThat(opened)
        .extracting(one -> state(one.message()).get("_model_name"))
        .containsExactly("LayoutModel", "SliderStyleModel", "IntSliderModel");
    var last = opened.get(2);
    assertThat(last.target()).isEqualTo("jupyter.widget");
    assertThat(last.message().metadata()).isEqualTo(Map.of("version", "2.1.0"));
    assertThat(state(last.message()))
        .containsEntry("_model_module", "@jupyter-widgets/controls")
        .containsEntry("_model_module_version", "2.0.0")
        .containsEntry("_view_name", "IntSliderView")
        .containsEntry("description", "gravity")
        .containsEntry("value", 5)
        .containsEntry("max", 20)
        .containsEntry("layout", "IPY_MODEL_" + opened.get(0).id())
        .containsEntry("style", "IPY_MODEL_" + opened.get(1).id());
    assertThat(shown)
        .isEqualTo(
            Map.of(
                "text/plain",
                "IntSlider(description=gravity, max=20, value=5)",
                "application/vnd.jupyter.widget-view+json",
                Map.of("model_id", slider.id(), "version_major", 2, "version_minor", 0)));
  }

  @Test
  void showingItAgainMakesNoSecondModel() {
    var slider = new IntSlider();
    page.show(slider);
    page.heard();

    page.show(slider);

    assertThat(page.heard()).isEmpty();
  }

  @Test
  void whatACellSetsIsSentOnceAndOnlyWhenItChanges() {
    var slider = new IntSlider();
    page.show(slider);
    page.heard();

    slider.value(7);
    slider.value(7);
    slider.range(0, 5);

    assertThat(page.heardBy(slider))
        .containsExactly(
            message("update", Map.of("value", 7)), message("update", Map.of("max", 5, "value", 5)));
  }

  @Test
  void whatTheReaderSetsIsEchoedSeenAndObserved() {
    var slider = new IntSlider();
    var seen = new ArrayList<Object>();
    slider.observe("value", change -> seen.add(change.before() + " -> " + change.now()));
    slider.onChange(value -> seen.add(value));
    page.show(slider);
    page.heard();

    page.set(slider, Map.of("value", 12, "unknown_here", 1));

    assertThat(slider.value()).isEqualTo(12);
    assertThat(seen).containsExactly("0 -> 12", 12);
    assertThat(page.heardBy(slider)).containsExactly(message("echo_update", Map.of("value", 12)));
  }

  @Test
  void whatTheReaderSetsBeyondTheBoundsIsCorrected() {
    var slider = Widgets.floatSlider("rate", 0, 1);
    page.show(slider);
    page.heard();

    page.set(slider, Map.of("value", 3));

    assertThat(slider.value()).isEqualTo(1.0);
    assertThat(page.heardBy(slider))
        .containsExactly(
            message("echo_update", Map.of("value", 3)), message("update", Map.of("value", 1.0)));
  }

  @Test
  void whatIsNoValueAtAllIsRefusedAndThePageSetRight() {
    var slider = new IntSlider();
    page.show(slider);
    page.heard();

    page.set(slider, Map.of("value", "many"));
    page.set(slider, Map.of("value", 2.5));

    assertThat(slider.value()).isZero();
    assertThat(page.heardBy(slider)).contains(message("update", Map.of("value", 0))).hasSize(4);
  }

  @Test
  void anObserverMayAnswerAChangeWithAnother() {
    var celsius = new FloatText();
    var fahrenheit = new FloatText();
    celsius.onChange(c -> fahrenheit.value(c * 9 / 5 + 32));
    fahrenheit.onChange(f -> celsius.value((f - 32) * 5 / 9));
    page.show(Widgets.hbox(celsius, fahrenheit));
    page.heard();

    page.set(celsius, Map.of("value", 100));

    assertThat(fahrenheit.value()).isEqualTo(212);
    assertThat(celsius.value()).isEqualTo(100);
  }

  @Test
  void aClosedObservationIsToldNothing() {
    var box = Widgets.checkbox("noise", false);
    var seen = new ArrayList<Object>();
    var watching = box.observe("value", change -> seen.add(change.now()));

    box.value(true);
    watching.close();
    box.value(false);

    assertThat(seen).containsExactly(true);
  }

  @Test
  void anObserverThatThrowsKeepsNoOtherFromBeingTold() {
    var box = new Checkbox();
    var seen = new ArrayList<Object>();
    box.onChange(
        ticked -> {
          throw new IllegalStateException("an observer of a test throws this");
        });
    box.onChange(seen::add);

    box.value(true);

    assertThat(seen).containsExactly(true);
  }

  @Test
  void observingWhatIsNotThereNamesWhatIs() {
    assertThatThrownBy(() -> new Label().observe("text", change -> {}))
        .hasMessageContaining("Label has no property \"text\"")
        .hasMessageContaining("value");
  }

  @Test
  void bytesTravelAsBuffers() {
    var image = Widgets.image(new byte[] {1, 2, 3}, "png");
    page.show(image);
    var opened = page.heard().get(1).message();

    assertThat(state(opened)).doesNotContainKey("value").containsEntry("format", "png");
    assertThat(opened.data()).containsEntry("buffer_paths", List.of(List.of("value")));
    assertThat(opened.buffers()).containsExactly(new byte[] {1, 2, 3});
  }

  @Test
  void buffersOfTheFrontEndAreFoundInsideTheState() {
    var upload = new FileUpload();
    page.show(upload);
    page.heard();

    page.send(
        upload,
        CommMessage.of(
                Map.of(
                    "method", "update",
                    "state", Map.of("value", List.of(Map.of("name", "a.txt"))),
                    "buffer_paths", List.of(List.of("value", 0, "content"))))
            .withBuffers(List.of(new byte[] {65})));

    var file = (Map<?, ?>) upload.value().get(0);
    assertThat(file.get("name")).isEqualTo("a.txt");
    assertThat((byte[]) file.get("content")).containsExactly(65);
    assertThat(page.heard()).as("files are not sent back").isEmpty();
  }

  @Test
  void theWholeStateIsSentOnRequest() {
    var slider = Widgets.intSlider("gravity", 0, 20);
    page.show(slider);
    page.heard();

    page.send(slider, Map.of("method", "request_state"));

    var answer = page.heardBy(slider).get(0);
    assertThat(answer).containsEntry("method", "update");
    assertThat(answer.get("state"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("_model_name", "IntSliderModel")
        .containsEntry("max", 20)
        .containsEntry("tooltip", null);
  }

  @Test
  void aFrontEndThatComesLateIsToldOfEveryWidget() {
    var image = Widgets.image(new byte[] {7}, "png");
    page.show(image);
    page.heard();

    Comms.ofThisKernel().opened("control-1", "jupyter.widget.control", CommMessage.empty());
    Comms.ofThisKernel().received("control-1", CommMessage.of(Map.of("method", "request_states")));

    var answer = page.heard().get(0).message();
    assertThat(answer.data()).containsEntry("method", "update_states");
    var states = (Map<?, ?>) answer.data().get("states");
    assertThat((Map<?, ?>) states.get(image.id())).extracting("model_name").isEqualTo("ImageModel");
    var path = List.of(image.id(), "state", "value");
    var at = ((List<?>) answer.data().get("buffer_paths")).indexOf(path);
    assertThat(answer.buffers().get(at)).containsExactly(7);
  }

  @Test
  void theFrontEndMayMakeAWidgetToo() {
    var state = new HashMap<String, Object>();
    state.put("_model_name", "IntSliderModel");
    state.put("_model_module", "@jupyter-widgets/controls");
    state.put("value", 9);

    Comms.ofThisKernel().opened("made-1", "jupyter.widget", CommMessage.of(Map.of("state", state)));

    var made = (IntSlider) OpenWidgets.find("IPY_MODEL_made-1").orElseThrow();
    assertThat(made.value()).isEqualTo(9);
    made.value(10);
    assertThat(page.heardBy(made)).contains(message("update", Map.of("value", 10)));
  }

  @Test
  void childrenAddedToAShownBoxAreMadeKnownBeforeTheyAreNamed() {
    var box = Widgets.vbox();
    page.show(box);
    page.heard();
    var label = Widgets.label("hello");

    box.children(label);

    var heard = page.heard();
    assertThat(heard)
        .extracting(one -> one.type())
        .containsOnlyOnce("send")
        .last()
        .isEqualTo("send");
    assertThat(heard.get(heard.size() - 1).message().data())
        .isEqualTo(message("update", Map.of("children", List.of("IPY_MODEL_" + label.id()))));
    assertThat(heard).extracting(one -> one.id()).contains(label.id());
  }

  @Test
  void aClosedWidgetVanishesAndKeepsItsState() {
    var slider = new IntSlider().value(3);
    page.show(slider);
    page.heard();

    slider.close();
    slider.value(4);

    assertThat(page.heard()).extracting(one -> one.type()).containsExactly("close");
    assertThat(slider.value()).isEqualTo(4);
    assertThat(OpenWidgets.all()).doesNotContain(slider);
  }

  @Test
  void echoesCanBeSwitchedOff() {
    assertThat(Echo.isOn(null)).isTrue();
    assertThat(Echo.isOn("1")).isTrue();
    assertThat(Echo.isOn("False")).isFalse();
    assertThat(Echo.isOn("0")).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> state(CommMessage opened) {
    return (Map<String, Object>) opened.data().get("state");
  }
}
