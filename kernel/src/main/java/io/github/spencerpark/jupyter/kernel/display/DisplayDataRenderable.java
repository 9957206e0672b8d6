package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;

/** A value that renders itself. */
@FunctionalInterface
public interface DisplayDataRenderable {

  /** The forms it can have. */
  default Set<MIMEType> getSupportedRenderTypes() {
    return Set.of(MIMEType.ANY);
  }

  /** The forms it has when nobody asks for others. */
  default Set<MIMEType> getPreferredRenderTypes() {
    return getSupportedRenderTypes();
  }

  /** Puts the forms asked for into the context. */
  void render(RenderContext context);
}
