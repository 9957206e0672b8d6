package org.orrery.kernel.session;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;

/** Displays as messages, and asks, below the cell that the calling thread belongs to. */
record CellDisplays(IoPub iopub, Supplier<Optional<Execution>> cell, Questions questions)
    implements DisplayChannel {

  @Override
  public DisplayChannel ofThisCell() {
    var here = cell.get();
    return new CellDisplays(iopub, () -> here, questions);
  }

  @Override
  public void display(String id, MimeBundle bundle) {
    publish("display_data", id, bundle);
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    publish("update_display_data", id, bundle);
  }

  @Override
  public void clear(boolean wait) {
    iopub.publishWithSpace("clear_output", cell.get().map(Execution::header), Map.of("wait", wait));
  }

  @Override
  public String ask(String prompt, boolean password) throws IOException {
    return questions.ask(prompt, password);
  }

  @Override
  public void proposeNextInput(String code) {
    cell.get()
        .ifPresent(
            execution ->
                execution.addPayload(
                    Map.of("source", "set_next_input", "text", code, "replace", false)));
  }

  private void publish(String type, String id, MimeBundle bundle) {
    iopub.publishWithSpace(
        type,
        cell.get().map(Execution::header),
        Map.of(
            "data", bundle.data(),
            "metadata", bundle.metadata(),
            "transient", Map.of("display_id", id)));
  }
}
