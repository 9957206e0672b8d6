package org.orrery.workbench.probes;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a report: how well one model's latents hold one target, with the controls beside it.
 *
 * @param target what was probed for, from which latents
 * @param readout linear or MLP
 * @param model the model's name in the report
 * @param score the held-out score
 * @param controls the controls that were run
 */
public record ProbeResult(
    ProbeTarget target, Readout readout, String model, Score score, Map<Control, Score> controls) {

  /** Keeps the controls in their order. */
  public ProbeResult {
    Map<Control, Score> ordered = new EnumMap<>(Control.class);
    ordered.putAll(controls);
    controls = Collections.unmodifiableMap(ordered);
  }

  /** Held-out R2. */
  public double r2() {
    return score.r2();
  }

  /** A control's score; empty if it was not run. */
  public Optional<Score> control(Control control) {
    return Optional.ofNullable(controls.get(control));
  }

  /** R2(true) - R2(shuffled); NaN without that control. */
  public double selectivity() {
    return above(Control.SHUFFLED);
  }

  /** How far R2 lies above a control's R2; NaN if that control was not run. */
  public double above(Control control) {
    return control(control).map(other -> r2() - other.r2()).orElse(Double.NaN);
  }

  ProbeResult named(String name) {
    return new ProbeResult(target, readout, name, score, controls);
  }

  @Override
  public String toString() {
    return "%s, %s probe, %s: %s".formatted(target, readout.label(), model, score);
  }
}
