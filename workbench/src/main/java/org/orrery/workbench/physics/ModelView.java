package org.orrery.workbench.physics;

import java.util.function.UnaryOperator;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.LewmConfig;
import org.orrery.workbench.models.LinearLatentConfig;
import org.orrery.workbench.models.ModelConfig;
import org.orrery.workbench.models.RecurrentConfig;
import org.orrery.workbench.models.SlotsConfig;
import org.orrery.workbench.models.WorldModel;

/** A world's clips as a model watches them: in its colours and at its size. */
final class ModelView {
  private ModelView() {}

  static UnaryOperator<Clip> of(WorldModel model) {
    ModelConfig config = model.config();
    if (config instanceof JepaConfig jepa) {
      return view(jepa.colours(), jepa.size());
    }
    if (config instanceof LewmConfig lewm) {
      return view(lewm.colours(), lewm.size());
    }
    if (config instanceof SlotsConfig slots) {
      return view(slots.colours(), slots.size());
    }
    if (config instanceof RecurrentConfig recurrent) {
      return view(recurrent.colours(), recurrent.size());
    }
    return clip -> clip;
  }

  /** Latents that the model looks back on; 1 where its kind says nothing of it. */
  static int history(WorldModel model) {
    ModelConfig config = model.config();
    if (config instanceof JepaConfig jepa) {
      return jepa.history();
    }
    return config instanceof LinearLatentConfig linear ? linear.history() : 1;
  }

  private static UnaryOperator<Clip> view(int colours, int size) {
    return clip -> (colours == 1 ? clip.grey() : clip).resize(size, size);
  }
}
