package org.orrery.workbench.view;

import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.models.Imagination;

/**
 * Shows what a model imagined: truth, imagination and error playing side by side. Found by the
 * kernel itself.
 */
public final class ImaginationRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (value instanceof Imagination dream) {
      return Optional.of(Player.compare(dream.truth(), dream.imagined()).bundle());
    }
    return value instanceof LatentPath path ? Optional.of(path.bundle()) : Optional.empty();
  }
}
