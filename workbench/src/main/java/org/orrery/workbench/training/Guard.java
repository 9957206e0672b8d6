package org.orrery.workbench.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orrery.workbench.clips.Clip;

/** Stops a run that has gone wrong, and says where. */
final class Guard {
  /** A loss this many times the first one (or 1, if that is more) will not come back. */
  private static final double EXPLODED = 1000;

  private double limit = Double.NaN;

  /**
   * Looks at what a step gave.
   *
   * @param notFinite weights whose gradient was not finite, in the network's order
   */
  void check(Map<String, Double> losses, int step, List<Clip> clips, List<String> notFinite) {
    // The terms first: the sum named loss only says that one of them is bad.
    for (String term : losses.keySet()) {
      if (!term.equals("gradient") && !term.equals("loss")) {
        requireFinite(losses, term, step, clips, notFinite);
      }
    }
    requireFinite(losses, "loss", step, clips, notFinite);
    if (!notFinite.isEmpty()) {
      throw stopped(
          step,
          clips,
          "the gradient of %s is not finite%s"
              .formatted(
                  notFinite.get(0),
                  notFinite.size() == 1
                      ? ""
                      : ", nor are those of %d others".formatted(notFinite.size() - 1)));
    }
    if (!Double.isFinite(losses.get("gradient"))) {
      throw stopped(step, clips, "the gradient's norm is %s".formatted(losses.get("gradient")));
    }
    double loss = losses.get("loss");
    if (Double.isNaN(limit)) {
      limit = EXPLODED * Math.max(1, Math.abs(loss));
    } else if (loss > limit) {
      throw new DivergenceException(
          "step %d: the loss is %.4g, over %.4g, %.0f times where it began: training diverges. The model keeps the weights it had before the run; lower .learningRate(...) or look at the clips of this batch: %s"
              .formatted(step + 1, loss, limit, EXPLODED, ids(clips)),
          false);
    }
  }

  private static void requireFinite(
      Map<String, Double> losses, String term, int step, List<Clip> clips, List<String> notFinite) {
    if (!Double.isFinite(losses.get(term))) {
      String first =
          notFinite.isEmpty()
              ? ""
              : ", the first tensor whose gradient is not finite %s".formatted(notFinite.get(0));
      throw stopped(
          step, clips, "the loss term %s is %s%s".formatted(term, losses.get(term), first));
    }
  }

  /** The limit, for a run that goes on. */
  double limit() {
    return limit;
  }

  void limit(double saved) {
    limit = saved;
  }

  private static DivergenceException stopped(int step, List<Clip> clips, String reason) {
    return new DivergenceException(
        "step %d: %s; the weights of the step before are kept. Lower .learningRate(...) or look at the clips of this batch: %s"
            .formatted(step + 1, reason, ids(clips)),
        true);
  }

  private static String ids(List<Clip> clips) {
    return clips.stream().map(Clip::id).collect(Collectors.joining(", "));
  }
}
