package org.orrery.kernel.shell;

import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates Java cells one after another; what a cell declares, later cells see.
 *
 * <pre>{@code
 * try (var shell = CodeShell.start()) {
 *   shell.evaluate(new Cell(1, "int x = 20;"));       // Nothing
 *   shell.evaluate(new Cell(2, "2 * x + 2"));         // Shown: 42
 * }
 * }</pre>
 *
 * <p>One thread at a time may evaluate or ask for assistance; {@link #interrupt} may come from any.
 */
public final class CodeShell implements AutoCloseable {

  private final JShell jshell;
  private final CellControl control;
  private final Interruption interruption;
  private final CellEvaluation evaluation;
  private final RuntimeFailures runtimeFailures;

  private CodeShell(JShell jshell, CellControl control, Interruption interruption) {
    this.jshell = jshell;
    this.control = control;
    this.interruption = interruption;
    var sources = new SourceMap();
    this.evaluation = new CellEvaluation(jshell, control, interruption, sources);
    this.runtimeFailures = new RuntimeFailures(sources);
  }

  /**
   * A shell with the default imports in scope.
   *
   * @throws IllegalStateException when an import listed on the class path does not compile; the
   *     message names it
   */
  public static CodeShell start() {
    var interruption = new Interruption();
    var control = new CellControl(interruption);
    var jshell = JShell.builder().executionEngine(provider(control), Map.of()).build();
    for (var line : Imports.found(control.loader())) {
      for (var event : jshell.eval(line)) {
        if (event.status() == Status.REJECTED) {
          throw new IllegalStateException(
              "default import \"%s\" is refused: %s; correct META-INF/orrery/imports or the class path"
                  .formatted(
                      line,
                      jshell
                          .diagnostics(event.snippet())
                          .findFirst()
                          .map(d -> d.getMessage(null))
                          .orElse("")));
        }
      }
    }
    return new CodeShell(jshell, control, interruption);
  }

  /** Evaluates {@code cell} on the calling thread. Never throws what the cell throws. */
  public Outcome evaluate(Cell cell) {
    var thread = Thread.currentThread();
    thread.setContextClassLoader(control.loader());
    interruption.enter(cell);
    Outcome outcome = null;
    Throwable thrown = null;
    var interrupted = false;
    try {
      outcome = evaluation.evaluate(cell);
    } catch (CompileFailedException e) {
      outcome = new Outcome.Failed(e.failure());
    } catch (ThrownByCellException e) {
      thrown = e.getCause();
    } finally {
      interrupted = interruption.leave();
    }
    if (interrupted) {
      return new Outcome.Failed(runtimeFailures.interrupted(thrown));
    }
    return thrown == null ? outcome : new Outcome.Failed(runtimeFailures.of(thrown));
  }

  /**
   * Stops the cell being evaluated, if there is one; its outcome then is the failure {@code
   * KeyboardInterrupt}.
   */
  public void interrupt() {
    interruption.interrupt();
  }

  /** Completion, documentation and completeness of code, from what is declared so far. */
  public CodeAssistance assistance() {
    return new CodeAssistance(jshell.sourceCodeAnalysis());
  }

  @Override
  public void close() {
    jshell.close();
  }

  private static ExecutionControlProvider provider(CellControl control) {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "orrery";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return control;
      }
    };
  }
}
