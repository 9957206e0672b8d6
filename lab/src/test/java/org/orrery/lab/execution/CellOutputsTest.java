package org.orrery.lab.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.lab.notebook.Output;

class CellOutputsTest {

  private final CellOutputs outputs = new CellOutputs();

  @Test
  void joinsWhatOneStreamPrintsInARow() {
    print("stdout", "a");
    print("stdout", "b\n");
    print("stderr", "c");
    print("stdout", "d");

    assertThat(outputs.outputs())
        .containsExactly(
            new Output.Stream("stdout", "ab\n"),
            new Output.Stream("stderr", "c"),
            new Output.Stream("stdout", "d"));
  }

  @Test
  void keepsOnlyTheLastStateOfAProgressBar() {
    for (int i = 0; i <= 100; i++) {
      print("stdout", "\r" + i + " %");
    }
    print("stdout", "\n");

    assertThat(outputs.outputs()).containsExactly(new Output.Stream("stdout", "100 %\n"));
  }

  @Test
  void clearsAtOnceOrWithTheNextOutput() {
    print("stdout", "first");
    take("clear_output", Map.of("wait", true));
    assertThat(outputs.outputs()).hasSize(1);

    print("stdout", "second");
    assertThat(outputs.outputs()).containsExactly(new Output.Stream("stdout", "second"));

    take("clear_output", Map.of("wait", false));
    assertThat(outputs.outputs()).isEmpty();
  }

  @Test
  void updatesEveryDisplayOfOneId() {
    display("bar", "0 %");
    display("other", "x");
    display("bar", "0 %");

    outputs.update("bar", Map.of("text/plain", "100 %"), Map.of());

    assertThat(outputs.outputs())
        .extracting(output -> ((Output.Display) output).data().get("text/plain"))
        .containsExactly("100 %", "x", "100 %");
  }

  @Test
  void doesNotBringBackADisplayThatWasCleared() {
    display("bar", "0 %");
    take("clear_output", Map.of("wait", false));

    outputs.update("bar", Map.of("text/plain", "100 %"), Map.of());

    assertThat(outputs.outputs()).isEmpty();
  }

  @Test
  void takesCountAndTimesFromTheMessages() {
    take("status", Map.of("execution_state", "busy"));
    take("execute_input", Map.of("execution_count", 7, "code", "1"));
    take("status", Map.of("execution_state", "idle"));

    assertThat(outputs.executionCount()).hasValue(7);
    assertThat(outputs.timing())
        .containsOnlyKeys("iopub.status.busy", "iopub.execute_input", "iopub.status.idle");
  }

  @Test
  void keepsAnErrorWithItsTraceback() {
    take("error", Map.of("ename", "E", "evalue", "boom", "traceback", List.of("E: boom", "at 1")));

    assertThat(outputs.outputs())
        .containsExactly(new Output.Error("E", "boom", List.of("E: boom", "at 1")));
  }

  private void print(String name, String text) {
    take("stream", Map.of("name", name, "text", text));
  }

  private void display(String id, String text) {
    take(
        "display_data",
        Map.of(
            "data", Map.of("text/plain", text),
            "metadata", Map.of(),
            "transient", Map.of("display_id", id)));
  }

  private void take(String type, Map<String, Object> content) {
    outputs.take(Message.of(Header.create(type, "session", "kernel"), content));
  }
}
