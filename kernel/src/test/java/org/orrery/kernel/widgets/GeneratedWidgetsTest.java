package org.orrery.kernel.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The generated classes are those that the schema asks for. */
class GeneratedWidgetsTest {

  @Test
  void theSourcesAreWhatTheSchemaMakesThem() throws Exception {
    var written = new TreeMap<String, String>();
    try (var files = Files.list(WidgetSources.FOLDER)) {
      for (var file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(written).isEqualTo(WidgetSources.all());
  }

  @Test
  void everyModelOfTheSchemaCanBeMadeAndStartsAsTheSchemaSays() throws Exception {
    for (var model : WidgetSources.models()) {
      var widget = Models.BY_NAME.get(model.name()).get();

      assertThat(widget.model().name()).isEqualTo(model.name());
      for (var field : model.fields()) {
        var value = widget.get(field.name());
        if (field.kind().equals("WIDGET")) {
          assertThat((Object) value).isInstanceOf(Widget.class);
        } else if (field.kind().equals("BYTES")) {
          assertThat((byte[]) value).isEmpty();
        } else {
          assertThat(value).as(model.name() + "." + field.name()).isEqualTo(field.initial());
        }
      }
    }
    assertThat(Models.BY_NAME).hasSize(68);
  }

  @Test
  void whatTheFrontEndCallsOptionsLabelsIsCalledOptions() {
    var choice = new RadioButtons().options("ball", "pendulum");

    assertThat(choice.options()).containsExactly("ball", "pendulum");
    assertThat(choice.wiring().state())
        .containsAllEntriesOf(Map.of("_options_labels", choice.options(), "index", 0));
  }
}
