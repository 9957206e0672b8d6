package org.orrery.kernel.shell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.orrery.kernel.shell.CellPlan.Facts;
import org.orrery.kernel.shell.CellSources.Wrapper;

/**
 * Compiles a cell as a whole, so that all of its errors are known before any of it runs. What javac
 * alone can tell (the type of a {@code var}, whether a call is void) is asked first, where needed.
 */
final class CellCompiler {

  private static final int MOST_ROUNDS = 50;
  private static final String CANNOT_RESOLVE = "compiler.err.cant.resolve";
  private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";
  private static final Pattern NAMESAKES =
      Pattern.compile("both \\S+ ([\\w.]+) in ([\\w.]+) and \\S+ ([\\w.]+) in ([\\w.]+) match");
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|method|variable) (\\w+)");

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
  private record Round(Compiled compiled, CompileFailedException failure) {}

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
      var result = javac.with(sources, work -> new Attempt(plan, wrappers, work, broken).result());
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

  /** One round: javac's answer to one set of sources. */
  private final class Attempt {

    private final CellPlan plan;
    private final List<Wrapper> wrappers;
    private final Javac.Work work;
    private final Map<String, String> broken;
    private final Map<CompileFailures.Error, Diagnostic<? extends JavaFileObject>> found =
        new IdentityHashMap<>();
    private List<CompilationUnitTree> units;

    Attempt(CellPlan plan, List<Wrapper> wrappers, Javac.Work work, Map<String, String> broken) {
      this.plan = plan;
      this.wrappers = wrappers;
      this.work = work;
      this.broken = broken;
    }

    Round result() {
      units = work.parse();
      work.analyze();
      var errors = errors();
      var learnt = learnTypes(units.get(0));
      learnt |= learnWhetherLastIsVoid(units.get(0));
      if (!learnt) {
        learnt =
            errors.isEmpty()
                ? learnSameTypes(units.get(0))
                : learnPreferred(errors) || learnBroken(errors) || learnWaiting(errors);
      }
      if (learnt) {
        return new Round(null, null);
      }
      if (!errors.isEmpty()) {
        return refused(withoutFollowing(errors));
      }
      var needs = needs(units);
      var types = types(units.get(0));
      work.generate();
      var late = errors();
      var classes = javac.files().takeWritten();
      return late.isEmpty()
          ? new Round(new Compiled(plan, wrappers, classes, needs, types, broken), null)
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
     * Without a type, a {@code var} is unknown to the cell's members: errors in these may only
     * follow from that.
     */
    private List<CompileFailures.Error> withoutFollowing(List<CompileFailures.Error> errors) {
      var isUnknown =
          plan.variables.values().stream()
              .anyMatch(
                  one ->
                      one.piece().type() == null
                          && !plan.facts.types.containsKey(one.declarator()));
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

    /** The statements of the cell. */
    private List<? extends StatementTree> statements(CompilationUnitTree unit) {
      for (var member : holder(unit, wrappers.get(0)).getMembers()) {
        if (member instanceof MethodTree method
            && method.getName().contentEquals(CellSources.RUN)) {
          var all = (IfTree) method.getBody().getStatements().get(0);
          return ((BlockTree) all.getThenStatement()).getStatements();
        }
      }
      throw new IllegalStateException("no " + CellSources.RUN);
    }

    private static ClassTree holder(CompilationUnitTree unit, Wrapper wrapper) {
      return unit.getTypeDecls().stream()
          .map(ClassTree.class::cast)
          .filter(one -> one.getSimpleName().contentEquals(wrapper.name()))
          .findFirst()
          .orElseThrow();
    }

    private TreePath path(CompilationUnitTree unit, Tree tree) {
      return work.trees().getPath(unit, tree);
    }

    /** Finds the types of {@code var}s; an unknown one stays unknown. */
    private boolean learnTypes(CompilationUnitTree unit) {
      var unknown =
          plan.variables.values().stream()
              .filter(
                  one ->
                      one.piece().type() == null
                          && !plan.facts.types.containsKey(one.declarator())
                          && one.declarator().initializer() != null)
              .toList();
      if (unknown.isEmpty()) {
        return false;
      }
      var locals = statements(unit).stream().filter(VariableTree.class::isInstance).toList();
      var next = 0;
      var learnt = false;
      for (var local : locals) {
        var name = ((VariableTree) local).getName().toString();
        if (next < unknown.size()
            && (name.equals(unknown.get(next).name())
                || name.equals("$of_" + unknown.get(next).name()))) {
          var one = unknown.get(next++);
          var type = work.trees().getTypeMirror(path(unit, local));
          if (type != null && type.getKind() != TypeKind.ERROR && !isNothing(unit, local)) {
            var text = TypeText.of(type);
            plan.facts.types.put(one.declarator(), text);
            learnt = true;
            if (scope.variable(one.name()).filter(old -> old.type().equals(text)).isPresent()) {
              plan.facts.sameType.add(one.name());
            }
          }
        }
      }
      return learnt;
    }

    /** A {@code var} of null, of a lambda or of void has no type; javac has said so. */
    private boolean isNothing(CompilationUnitTree unit, Tree local) {
      var initializer = ((VariableTree) local).getInitializer();
      var type = initializer == null ? null : work.trees().getTypeMirror(path(unit, initializer));
      return type == null
          || type.getKind() == TypeKind.NULL
          || type.getKind() == TypeKind.VOID
          || type.getKind() == TypeKind.ERROR;
    }

    private boolean learnWhetherLastIsVoid(CompilationUnitTree unit) {
      var last = CellSources.last(plan);
      if (last == null || last.called().isEmpty() || plan.facts.lastIsVoid != null) {
        return false;
      }
      var statements = statements(unit);
      var call = path(unit, value(statements.get(statements.size() - 1)));
      if (!(work.trees().getElement(call) instanceof ExecutableElement method)) {
        return false;
      }
      var isVoid = method.getReturnType().getKind() == TypeKind.VOID;
      var guessed = CellSources.guessesVoid(plan);
      plan.facts.lastIsVoid = isVoid;
      return isVoid != guessed;
    }

    private static ExpressionTree value(StatementTree statement) {
      var tree =
          statement instanceof ReturnTree result
              ? result.getExpression()
              : ((ExpressionStatementTree) statement).getExpression();
      while (tree instanceof ParenthesizedTree parentheses) {
        tree = parentheses.getExpression();
      }
      return tree;
    }

    /** A variable declared again with other words may still have the type it had. */
    private boolean learnSameTypes(CompilationUnitTree unit) {
      var types = types(unit);
      var learnt = false;
      for (var one : plan.variables.values()) {
        var before = scope.variable(one.name());
        if (!one.kept()
            && before.isPresent()
            && before.get().type().equals(types.get(one.name()))) {
          learnt |= plan.facts.sameType.add(one.name());
        }
      }
      return learnt;
    }

    private Map<String, String> types(CompilationUnitTree unit) {
      var types = new HashMap<String, String>();
      for (var member : holder(unit, wrappers.get(0)).getMembers()) {
        if (member instanceof VariableTree field) {
          var type = work.trees().getTypeMirror(path(unit, field));
          types.put(field.getName().toString(), TypeText.of(type));
        }
      }
      return types;
    }

    /** Errors in members of earlier cells mean that these can no longer be. */
    private boolean learnBroken(List<CompileFailures.Error> errors) {
      var learnt = false;
      for (var error : errors) {
        for (var member : plan.carried.values()) {
          var piece = member.piece();
          if (piece.cell().equals(error.cell())
              && piece.span().start() <= error.begin()
              && error.begin() < piece.span().end()
              && plan.facts.broken.add(piece.identity())) {
            broken.put(piece.identity(), CompileFailures.words(error).split("\n")[0]);
            learnt = true;
          }
        }
      }
      return learnt;
    }

    /** Of two types of one name, the one that the author has imported is meant. */
    private boolean learnPreferred(List<CompileFailures.Error> errors) {
      var learnt = false;
      for (var error : errors) {
        var found = NAMESAKES.matcher(error.words());
        if (error.code().equals(AMBIGUOUS) && found.find()) {
          var firstIsDefault = scope.isByDefault(found.group(2));
          if (firstIsDefault != scope.isByDefault(found.group(4))) {
            var meant = firstIsDefault ? found.group(3) : found.group(1);
            learnt |= plan.facts.preferred.add("import " + meant + ";");
          }
        }
      }
      return learnt;
    }

    /**
     * When nothing is wrong but that members name types which are not there, these members can wait
     * for them: a later cell may bring them.
     */
    private boolean learnWaiting(List<CompileFailures.Error> errors) {
      var waiting = new LinkedHashMap<String, String>();
      for (var error : errors) {
        var missing = missing(error);
        var member =
            plan.declared.stream()
                .filter(one -> one.cell().equals(error.cell()))
                .filter(one -> one.span().start() <= error.begin())
                .filter(one -> error.begin() < one.span().end())
                .findFirst();
        if (missing.isEmpty() || member.isEmpty()) {
          return false;
        }
        waiting.putIfAbsent(member.get().identity(), missing.get());
      }
      plan.facts.waiting.putAll(waiting);
      return true;
    }

    /** The type that {@code error} says is missing, or the member that waits itself. */
    private Optional<String> missing(CompileFailures.Error error) {
      var found = SYMBOL.matcher(error.words());
      if (!error.code().startsWith(CANNOT_RESOLVE) || !found.find()) {
        return Optional.empty();
      }
      var name = found.group(2);
      var waits =
          plan.facts.waiting.keySet().stream()
              .anyMatch(one -> one.equals("type " + name) || one.startsWith(name + "("));
      // A type before a dot is a variable to javac, as long as nobody knows it.
      var isType = found.group(1).equals("class") || Character.isUpperCase(name.charAt(0));
      return isType || waits ? Optional.of(name) : Optional.empty();
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
                      var found = Needs.of(path(unit, tree), work.trees());
                      found.remove(Needs.of(member));
                      needs.put(member, found);
                    }
                  });
        }
      }
      return needs;
    }
  }
}
