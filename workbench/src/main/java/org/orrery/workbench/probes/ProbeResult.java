package org.orrery.workbench.probes;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.workbench.models.Direction;

/**
 * One line of a report: how well one model's latents hold one target, with the controls beside it.
 *
 * @param target what was probed for, from which latents
 * @param readout linear or MLP
 * @param model the model's name in the report
 * @param score the held-out score
 * @param controls the controls that were run
 * @param descriptionLength what the probe saves in sending the targets, if that was measured
 * @param directions where the latents go as each component of the target grows; empty of an MLP and
 *     of classes
 */
public record ProbeResult(
    ProbeTarget target,
    Readout readout,
    String model,
    Score score,
    Map<Control, Score> controls,
    Optional<DescriptionLength> descriptionLength,
    List<Direction> directions) {

  /** Keeps the controls in their order. */
  public ProbeResult {
    Map<Control, Score> ordered = new EnumMap<>(Control.class);
    ordered.putAll(controls);
    controls = Collections.unmodifiableMap(ordered);
    directions = List.copyOf(directions);
  }

  /** A result without directions. */
  public ProbeResult(
      ProbeTarget target,
      Readout readout,
      String model,
      Score score,
      Map<Control, Score> controls,
      Optional<DescriptionLength> descriptionLength) {
    this(target, readout, model, score, controls, descriptionLength, List.of());
  }

  /** A result whose description length and directions were not measured. */
  public ProbeResult(
      ProbeTarget target,
      Readout readout,
      String model,
      Score score,
      Map<Control, Score> controls) {
    this(target, readout, model, score, controls, Optional.empty(), List.of());
  }

  /** Held-out R2, or the accuracy of classes. */
  public double value() {
    return score.value();
  }

  /** Held-out R2. */
  public double r2() {
    return score.r2();
  }

  /** A control's score; empty if it was not run. */
  public Optional<Score> control(Control control) {
    return Optional.ofNullable(controls.get(control));
  }

  /** The score less that of shuffled targets; NaN without that control. */
  public double selectivity() {
    return above(Control.SHUFFLED);
  }

  /** How far the score lies above a control's; NaN if that control was not run. */
  public double above(Control control) {
    return control(control).map(other -> value() - other.value()).orElse(Double.NaN);
  }

  ProbeResult named(String name) {
    return new ProbeResult(target, readout, name, score, controls, descriptionLength, directions);
  }

  @Override
  public String toString() {
    return "%s, %s probe, %s: %s".formatted(target, readout.label(), model, score);
  }
}
