package org.orrery.kernel.widgets;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.comm.HandlerFailures;
import org.orrery.kernel.comm.InTurn;
import org.orrery.kernel.display.Display;

/**
 * Runs a function of some controls whenever one of them changes, and shows what comes of it below
 * them. Runs never overlap; each reads the latest values, and a run that would read the same ones
 * as the run before is spared.
 */
final class Interaction {

  private final Output output = new Output();
  private final InTurn turns = new InTurn();
  private final List<? extends Control<?>> controls;
  private final Callable<?> function;
  private List<Object> seen = List.of();

  private Interaction(List<? extends Control<?>> controls, Callable<?> function) {
    this.controls = controls;
    this.function = function;
  }

  /** The controls with the result below them; the function has run once. */
  static VBox of(List<? extends Control<?>> controls, Callable<?> function) {
    var interaction = new Interaction(controls, function);
    interaction.again();
    controls.forEach(one -> one.observe(one.holder(), change -> interaction.again()));
    var shown =
        Stream.concat(controls.stream().map(Widget.class::cast), Stream.of(interaction.output));
    return new VBox().children(shown.toList());
  }

  private void again() {
    turns.add(Comms.ofThisKernel().channel().bound(this::run));
    turns.run();
  }

  private void run() {
    var values = controls.stream().<Object>map(Control::current).toList();
    if (!values.equals(seen)) {
      seen = values;
      output.capture(this::show);
    }
  }

  private void show() {
    Display.clear(true);
    try {
      var result = function.call();
      if (result != null) {
        Display.display(result);
      }
    } catch (Exception e) {
      HandlerFailures.print(e);
    }
  }
}
