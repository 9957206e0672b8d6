package org.orrery.kernel.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.kernel.widgets.FrontEnd.message;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the controls in daily use do beyond holding a value. */
class ControlsTest {

  private final FrontEnd page = new FrontEnd();

  @AfterEach
  void disconnect() {
    page.close();
  }

  @Test
  void aSliderKeepsItsValueBetweenItsBounds() {
    var slider = Widgets.intSlider("gravity", 0, 20);

    assertThat(slider.value(99).value()).isEqualTo(20);
    assertThat(slider.range(-5, 10).value()).isEqualTo(10);
    assertThatThrownBy(() -> slider.min(11))
        .hasMessage(
            "IntSlider: expected min <= max, received min 11 and max 10: set both with range(min, max)");
    assertThat(slider.min()).as("nothing is half done").isEqualTo(-5);
  }

  @Test
  void aSliderOverNumbersMovesInRoundSteps() {
    assertThat(Widgets.floatSlider("rate", 0, 1).step()).contains(0.01);
    assertThat(Widgets.floatSlider("gravity", 1, 12).step()).contains(0.1);
    assertThat(Widgets.floatRangeSlider("clips", 0, 5_000).step()).contains(10.0);
  }

  @Test
  void aRangeHasALowerAndAnUpperValue() {
    var range = Widgets.floatRangeSlider("gravity", 1, 12).value(2.5, 20);

    assertThat(range.lower()).isEqualTo(2.5);
    assertThat(range.upper()).isEqualTo(12);
    assertThatThrownBy(() -> range.value(5, 4)).hasMessageContaining("lower <= upper");

    page.show(range);
    page.set(range, Map.of("value", List.of(3, 4.5)));
    assertThat(range.value()).containsExactly(3.0, 4.5);
  }

  @Test
  void aChoiceIsMadeByItsLabel() {
    var world = Widgets.dropdown("world", "ball", "pendulum");
    var seen = new ArrayList<String>();
    world.onChange(seen::add);
    assertThat(world.value()).isEqualTo("ball");

    world.value("pendulum");
    page.show(world);
    page.set(world, Map.of("index", 0));

    assertThat(seen).containsExactly("pendulum", "ball");
    assertThatThrownBy(() -> world.value("cart"))
        .hasMessage("Dropdown: expected one of [ball, pendulum], received \"cart\"");
    assertThat(world.options("cart", "pole").value()).isEqualTo("cart");
    assertThat(world.index(null).chosen()).isEmpty();
    assertThatThrownBy(() -> world.index(2)).hasMessageContaining("expected 0 to 1, received 2");
  }

  @Test
  void aPropertyOfFewTextsRefusesOthers() {
    assertThatThrownBy(() -> Widgets.button("go").buttonStyle("pink"))
        .hasMessage(
            "Button.button_style: expected one of [primary, success, info, warning, danger, ],"
                + " received \"pink\"");
    assertThatThrownBy(() -> new Label().value((String) null))
        .hasMessage("Label.value: expected a text, received null");
    assertThatThrownBy(() -> new FloatProgress().value(Double.NaN))
        .hasMessageContaining("expected a finite number");
  }

  @Test
  void aButtonAndALineTellWhenTheyAreUsed() {
    var seen = new ArrayList<String>();
    var button = Widgets.button("go").onClick(() -> seen.add("clicked"));
    var line = Widgets.text("name", "a").onSubmit(typed -> seen.add("submitted " + typed));
    page.show(Widgets.hbox(button, line));

    page.send(button, Map.of("method", "custom", "content", Map.of("event", "click")));
    page.set(line, Map.of("value", "abc"));
    page.send(line, Map.of("method", "custom", "content", Map.of("event", "submit")));

    assertThat(seen).containsExactly("clicked", "submitted abc");
  }

  @Test
  void anImageIsSentAsPng() throws Exception {
    var picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(2, 1, 0x123456);

    var image = Widgets.image(picture);

    var back = ImageIO.read(new ByteArrayInputStream(image.value()));
    assertThat(back.getRGB(2, 1) & 0xffffff).isEqualTo(0x123456);
    assertThat(image.format()).isEqualTo("png");
  }

  @Test
  void pagesOfATabHaveTitles() {
    var tab = Widgets.tab().page("one", Widgets.label("1")).page("two", Widgets.label("2"));

    assertThat(tab.titles()).containsExactly("one", "two");
    assertThat(tab.children()).hasSize(2);
    assertThat(tab.selectedIndex()).isEqualTo(Optional.of(0));
  }

  @Test
  void datesTravelAsTheFrontEndWritesThem() {
    var day = new DatePicker().value(LocalDate.of(2026, 11, 25));
    var moment = new Datetime().value(Instant.parse("2026-11-25T04:16:24.5Z"));
    var time = new Time().value(LocalTime.of(4, 16));
    page.show(Widgets.vbox(day, moment, time));
    page.heard();

    assertThat(Wiring.json(day.wiring().state()))
        .containsEntry("value", Map.of("year", 2026, "month", 10, "date", 25));
    page.set(day, Map.of("value", Map.of("year", 2027, "month", 0, "date", 1)));
    page.set(
        moment,
        Map.of(
            "value",
            Map.of(
                "year",
                2026,
                "month",
                0,
                "date",
                2,
                "hours",
                3,
                "minutes",
                4,
                "seconds",
                5,
                "milliseconds",
                6)));

    assertThat(day.value()).contains(LocalDate.of(2027, 1, 1));
    assertThat(moment.value()).contains(Instant.parse("2026-01-02T03:04:05.006Z"));
    assertThat(time.value()).contains(LocalTime.of(4, 16));
    assertThat(page.heardBy(day))
        .containsExactly(
            message("echo_update", Map.of("value", Map.of("year", 2027, "month", 0, "date", 1))));
  }

  @Test
  void whatABlockPrintsIsGivenToTheOutputWidgetAndNothingAfterIt() {
    var output = Widgets.output();
    page.show(output);
    page.heard();

    output.capture(() -> {});

    assertThat(page.heardBy(output))
        .containsExactly(
            message("update", Map.of("msg_id", "a-request")),
            message("update", Map.of("msg_id", "")));
  }

  @Test
  void aBlockThatThrowsIsNotCapturedAnyLonger() {
    var output = Widgets.output();

    assertThatThrownBy(
            () ->
                output.capture(
                    () -> {
                      throw new java.io.IOException("disk");
                    }))
        .hasMessage("disk");
    assertThat(output.msgId()).isEmpty();
  }

  @Test
  void anOutputShowsValuesInItsPlace() {
    var output = Widgets.output().println("one").append(2);
    assertThat(output.outputs()).hasSize(2);

    output.show("three");

    assertThat(output.outputs())
        .singleElement()
        .asString()
        .contains("display_data", "text/plain=three");
    assertThat(output.clear().outputs()).isEmpty();
  }
}
