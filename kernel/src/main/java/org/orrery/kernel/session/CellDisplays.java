package org.orrery.kernel.session;

import java.io.IOException;
import java.util.Map;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;

/** Displays as messages, and asks, below the cell that the calling thread belongs to. */
record CellDisplays(IoPub iopub, CellContext context, Questions questions)
    implements DisplayChannel {

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
    iopub.publishWithSpace("clear_output", context.parent(), Map.of("wait", wait));
  }

  @Override
  public String ask(String prompt, boolean password) throws IOException {
    return questions.ask(prompt, password);
  }

  @Override
  public void proposeNextInput(String code) {
    context
        .current()
        .ifPresent(
            execution ->
                execution.addPayload(
                    Map.of("source", "set_next_input", "text", code, "replace", false)));
  }

  private void publish(String type, String id, MimeBundle bundle) {
    iopub.publishWithSpace(
        type,
        context.parent(),
        Map.of(
            "data", bundle.data(),
            "metadata", bundle.metadata(),
            "transient", Map.of("display_id", id)));
  }
}
