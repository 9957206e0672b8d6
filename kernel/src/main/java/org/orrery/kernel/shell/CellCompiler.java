package org.orrery.kernel.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.kernel.shell.CellPlan.Facts;
import org.orrery.kernel.shell.CellSources.Wrapper;

/**
 * Compiles a cell as a whole, so that all of its errors are known before any of it runs. What javac
 * alone can tell (the type of a {@code var}, whether a call is void) is asked first, where needed.
 */
final class CellCompiler {

  private static final int MOST_ROUNDS = 50;

  private final Javac javac;
  private final Scope scope;

  CellCompiler(Javac javac, Scope scope) {
    this.javac = javac;
    this.scope = scope;
  }

  /**
   * A compiled cell.
   *
   * @param classes byte code by binary name
   * @param needs what each member needs of the declarations of cells
   * @param types the type of each new variable, as source text
   * @param broken why earlier members no longer compile, by identity
   */
  record Compiled(
      CellPlan plan,
      List<Wrapper> wrappers,
      Map<String, byte[]> classes,
      Map<Piece.Member, Set<String>> needs,
      Map<String, String> types,
      Map<String, String> broken) {}

  /** What one round with javac brought: a result, or something learnt that asks for another. */
  record Round(Compiled compiled, CompileFailedException failure) {}

  /**
   * Compiles {@code pieces} as the class {@code name}.
   *
   * @throws CompileFailedException with all the errors of the cell
   */
  Compiled compile(Cell cell, List<Piece> pieces, String name) throws CompileFailedException {
    var facts = new Facts();
    var broken = new LinkedHashMap<String, String>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var plan = new CellPlan(scope, pieces, facts);
      refuseChangedTypeOfItself(plan);
      var wrappers = CellSources.of(plan, cell, name);
      var sources =
          wrappers.stream()
              .map(one -> new Javac.Source(one.name(), one.text().toString()))
              .toList();
      var result =
          javac.with(
              sources,
              work -> new CompileRound(javac, scope, plan, wrappers, work, broken).result());
      if (result.failure() != null) {
        throw result.failure();
      }
      if (result.compiled() != null) {
        return result.compiled();
      }
    }
    throw new IllegalStateException("no end of the rounds of compiling cell " + cell.number());
  }

  private static void refuseChangedTypeOfItself(CellPlan plan) throws CompileFailedException {
    for (var one : plan.variables.values()) {
      var isKnown = one.piece().type() != null || plan.facts.types.containsKey(one.declarator());
      if (isKnown && !one.kept() && plan.readsItself(one) && !plan.facts.types.isEmpty()) {
        var before = plan.scope.variable(one.name()).orElseThrow();
        throw new CompileFailedException(
            CompileFailures.of(
                one.piece().cell(),
                one.declarator().name().start(),
                "%s is of type %s and cannot change its type in a declaration that reads it: use another name"
                    .formatted(one.name(), before.simpleType())));
      }
    }
  }
}
