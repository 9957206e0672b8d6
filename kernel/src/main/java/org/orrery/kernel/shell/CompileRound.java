package org.orrery.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.orrery.kernel.shell.CellCompiler.Compiled;
import org.orrery.kernel.shell.CellCompiler.Round;
import org.orrery.kernel.shell.CellSources.Wrapper;

/**
 * One round of compiling a cell: javac's answer to one set of sources. Either a compiled cell, or
 * its errors, or something learnt that asks for another round.
 */
final class CompileRound {

  private final Javac javac;
  private final Scope scope;
  private final CellPlan plan;
  private final List<Wrapper> wrappers;
  private final Javac.Work work;
  private final Map<String, String> broken;
  private final Map<CompileFailures.Error, Diagnostic<? extends JavaFileObject>> found =
      new IdentityHashMap<>();
  private List<CompilationUnitTree> units;

  CompileRound(
      Javac javac,
      Scope scope,
      CellPlan plan,
      List<Wrapper> wrappers,
      Javac.Work work,
      Map<String, String> broken) {
    this.javac = javac;
    this.scope = scope;
    this.plan = plan;
    this.wrappers = wrappers;
    this.work = work;
    this.broken = broken;
  }

  Round result() {
    units = work.parse();
    work.analyze();
    var errors = errors();
    var types = new LearntFromTypes(plan, scope, work, units.get(0), wrappers.get(0));
    var learnt = types.learnTypes();
    learnt |= types.learnWhetherLastIsVoid();
    if (!learnt) {
      learnt =
          errors.isEmpty()
              ? types.learnSameTypes()
              : new LearntFromErrors(plan, scope, broken).any(errors);
    }
    if (learnt) {
      return new Round(null, null);
    }
    if (!errors.isEmpty()) {
      return refused(withoutFollowing(errors));
    }
    var needs = needs(units);
    var typeOf = types.types();
    work.generate();
    var late = errors();
    var classes = javac.files().takeWritten();
    return late.isEmpty()
        ? new Round(new Compiled(plan, wrappers, classes, needs, typeOf, broken), null)
        : refused(late);
  }

  private Round refused(List<CompileFailures.Error> errors) {
    var guesses = new DidYouMean(work, scope, javac.index());
    var told = errors.stream().map(error -> withGuess(error, guesses)).toList();
    return new Round(
        null, new CompileFailedException(CompileFailures.of(plan.pieces.get(0).cell(), told)));
  }

  private CompileFailures.Error withGuess(CompileFailures.Error error, DidYouMean guesses) {
    var diagnostic = found.get(error);
    var unit = wrappers.indexOf(wrapperOf(diagnostic.getSource().getName()));
    return guesses.of(units.get(unit), diagnostic).map(error::and).orElse(error);
  }

  /**
   * Without a type, a {@code var} is unknown to the cell's members: errors in these may only follow
   * from that.
   */
  private List<CompileFailures.Error> withoutFollowing(List<CompileFailures.Error> errors) {
    var isUnknown =
        plan.variables.values().stream()
            .anyMatch(
                one ->
                    one.piece().type() == null && !plan.facts.types.containsKey(one.declarator()));
    var inStatements =
        errors.stream()
            .filter(
                error ->
                    plan.declared.stream()
                        .map(Piece::span)
                        .noneMatch(
                            span -> span.start() <= error.begin() && error.begin() < span.end()))
            .toList();
    return isUnknown && !inStatements.isEmpty() ? inStatements : errors;
  }

  private List<CompileFailures.Error> errors() {
    var errors = new ArrayList<CompileFailures.Error>();
    for (var error : work.errors()) {
      var wrapper = wrapperOf(error.getSource().getName());
      var begin = Math.max(error.getPosition(), error.getStartPosition());
      var inCell =
          new CompileFailures.Error(
              wrapper.text().cell(),
              wrapper.text().inCell(begin),
              wrapper.text().inCell(error.getEndPosition()),
              error.getCode(),
              error.getMessage(null));
      errors.add(inCell);
      found.put(inCell, error);
    }
    return errors;
  }

  private Wrapper wrapperOf(String file) {
    return wrappers.stream()
        .filter(one -> file.endsWith("/" + one.name() + ".java"))
        .findFirst()
        .orElse(wrappers.get(0));
  }

  private Map<Piece.Member, Set<String>> needs(List<CompilationUnitTree> units) {
    var needs = new HashMap<Piece.Member, Set<String>>();
    for (int i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      for (var tree : holder(unit, wrappers.get(i)).getMembers()) {
        var start = work.positions().getStartPosition(unit, tree);
        var end = work.positions().getEndPosition(unit, tree);
        wrappers
            .get(i)
            .members()
            .forEach(
                (member, place) -> {
                  if (start <= place && place < end) {
                    var found = Needs.of(work.trees().getPath(unit, tree), work.trees());
                    found.remove(Needs.of(member));
                    needs.put(member, found);
                  }
                });
      }
    }
    return needs;
  }

  static ClassTree holder(CompilationUnitTree unit, Wrapper wrapper) {
    return unit.getTypeDecls().stream()
        .map(ClassTree.class::cast)
        .filter(one -> one.getSimpleName().contentEquals(wrapper.name()))
        .findFirst()
        .orElseThrow();
  }
}
