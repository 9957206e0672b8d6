package org.orrery.workbench.view;

import java.util.Optional;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;

/**
 * Shows clips, sets of clips and players as something that plays. Found by the kernel itself:
 *
 * <pre>{@code
 * Clips.read("datasets/car-loop")        // as the last line of a cell: the clip plays below it
 * }</pre>
 */
public final class ClipRenderer implements Renderer {

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (value instanceof Clip clip) {
      return Optional.of(Player.of(clip).bundle());
    }
    if (value instanceof ClipSet clips) {
      return Optional.of(Player.of(clips).bundle());
    }
    return value instanceof Player player ? Optional.of(player.bundle()) : Optional.empty();
  }
}
