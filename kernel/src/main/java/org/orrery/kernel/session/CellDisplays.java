package org.orrery.kernel.session;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.orrery.kernel.display.DisplayChannel;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.protocol.Header;

/** Displays as messages below the cell that the displaying thread belongs to. */
record CellDisplays(IoPub iopub, Supplier<Optional<Header>> cell) implements DisplayChannel {

  @Override
  public DisplayChannel ofThisCell() {
    var here = cell.get();
    return new CellDisplays(iopub, () -> here);
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
    iopub.publish("clear_output", cell.get(), Map.of("wait", wait));
  }

  private void publish(String type, String id, MimeBundle bundle) {
    iopub.publish(
        type,
        cell.get(),
        Map.of(
            "data", bundle.data(),
            "metadata", bundle.metadata(),
            "transient", Map.of("display_id", id)));
  }
}
