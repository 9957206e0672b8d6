package org.orrery.kernel.widgets;

import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;

/** Shows a widget by its view in the front end, and by its text elsewhere. Found as a service. */
public final class WidgetRenderer implements Renderer {

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  /** For the service loader. */
  public WidgetRenderer() {}

  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof Widget widget ? Optional.of(bundle(widget)) : Optional.empty();
  }

  private static MimeBundle bundle(Widget widget) {
    var text = MimeBundle.text(widget.toString());
    if (widget.model().view() == null) {
      return text;
    }
    widget.wiring().open();
    return text.with(VIEW, Map.of("model_id", widget.id(), "version_major", 2, "version_minor", 0));
  }
}
