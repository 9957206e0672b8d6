package org.orrery.kernel.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.magic.MagicScope;
import org.orrery.kernel.magic.Magics;

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
 * <p>Safe for use by several threads: cells may run at the same time, and assistance may be asked
 * for while they do.
 */
public final class CodeShell implements AutoCloseable {

  /**
   * A variable of cells.
   *
   * @param type its type as source text
   * @param value its present value; may be null
   */
  public record Variable(String name, String type, Object value) {}

  private final Javac javac;
  private final Scope scope = new Scope();
  private final CellLoader loader = CellLoader.over(CodeShell.class.getClassLoader());
  private final CellSourceLines lines = new CellSourceLines();
  private final CellEvaluation evaluation;
  private final RuntimeFailures runtimeFailures = new RuntimeFailures(lines);
  private final Set<Interruption> running = ConcurrentHashMap.newKeySet();
  private final Magics magics = Magics.of(new ShellWorkspace(this));
  private final List<String> firstImports;
  private final CodeAssistance assistance;

  private CodeShell() {
    javac = new Javac();
    evaluation = new CellEvaluation(javac, scope, loader, lines);
    firstImports = Imports.found(loader);
    scope.clear(firstImports);
    assistance = new CodeAssistance(javac, scope, evaluation::value);
    MagicScope.connect(magics);
  }

  private CodeShell(CodeShell beside) {
    javac = beside.javac;
    evaluation = CellEvaluation.apart(javac, scope, loader, lines);
    firstImports = beside.firstImports;
    scope.clear(firstImports);
    assistance = beside.assistance;
  }

  /**
   * A shell with the default imports in scope.
   *
   * @throws IllegalStateException when an import listed on the class path does not compile; the
   *     message names it
   */
  public static CodeShell start() {
    var shell = new CodeShell();
    Imports.check(shell.firstImports, shell.javac);
    return shell;
  }

  /** Loads what a first cell is likely to need of the compiler. */
  public void wake() {
    var cell = new Cell(0, "1 + 1");
    var interruption = Interruption.enter(cell);
    try {
      evaluation.run(cell, interruption);
    } catch (CompileFailedException | ThrownByCellException e) {
      throw new IllegalStateException("the shell cannot evaluate 1 + 1: " + e.getMessage(), e);
    } finally {
      interruption.leave();
    }
  }

  /**
   * A shell whose cells neither see nor change anything of this one's; both share the compiler.
   * There can be one.
   */
  public CodeShell apart() {
    return new CodeShell(this);
  }

  /** Evaluates {@code cell} on the calling thread. Never throws what the cell throws. */
  public Outcome evaluate(Cell cell) {
    Thread.currentThread().setContextClassLoader(loader);
    var interruption = Interruption.enter(cell);
    running.add(interruption);
    Outcome outcome = null;
    Throwable thrown = null;
    var interrupted = false;
    try {
      var value = new CellRun(cell, interruption, evaluation, magics).run();
      outcome = value == CellResult.NONE ? new Outcome.Nothing() : shown(value, interruption);
    } catch (CompileFailedException e) {
      outcome = new Outcome.Failed(e.failure());
    } catch (ThrownByCellException e) {
      thrown = e.getCause();
    } finally {
      interrupted = interruption.leave();
      running.remove(interruption);
    }
    if (interrupted) {
      return new Outcome.Failed(runtimeFailures.interrupted(thrown));
    }
    return thrown == null ? outcome : new Outcome.Failed(runtimeFailures.of(thrown));
  }

  private static Outcome shown(Object value, Interruption interruption)
      throws ThrownByCellException {
    try {
      return new Outcome.Shown(interruption.userCode(() -> Display.render(value)));
    } catch (Throwable e) { // whatever a value's own toString throws
      throw new ThrownByCellException(e);
    }
  }

  /**
   * Stops the cells being evaluated, if there are any; their outcome then is the failure {@code
   * KeyboardInterrupt}.
   */
  public void interrupt() {
    running.forEach(Interruption::interrupt);
  }

  /** Whether a cell is being evaluated. */
  public boolean isRunning() {
    return !running.isEmpty();
  }

  /** Completion, documentation and completeness of code, from what is declared so far. */
  public CodeAssistance assistance() {
    return assistance;
  }

  /** From here on cells see the classes of {@code jarsAndFolders} too. */
  public void addToClassPath(List<Path> jarsAndFolders) {
    synchronized (javac) {
      loader.add(jarsAndFolders);
      javac.addToClassPath(jarsAndFolders);
    }
    Display.findRenderersIn(loader);
  }

  /** What the class path holds, in order. */
  public List<Path> classPath() {
    synchronized (javac) {
      return javac.classPath();
    }
  }

  /** The variables that cells have declared, in that order. */
  public List<Variable> variables() {
    var variables = new ArrayList<Variable>();
    evaluation
        .values()
        .forEach((one, value) -> variables.add(new Variable(one.name(), one.simpleType(), value)));
    return variables;
  }

  /** Forgets everything that cells have declared and imported; the class path stays. */
  public void reset() {
    synchronized (javac) {
      evaluation.forgetEverything();
      scope.clear(firstImports);
    }
  }

  @Override
  public void close() {
    assistance.close();
  }
}
