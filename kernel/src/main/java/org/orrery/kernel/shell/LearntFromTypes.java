package org.orrery.kernel.shell;

import com.sun.source.tree.BlockTree;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.orrery.kernel.shell.CellSources.Wrapper;

/**
 * What only javac can tell of a cell: the types of {@code var}s, whether the last call gives a
 * value, whether a variable declared again has the type it had.
 *
 * @param unit the cell's own class
 */
record LearntFromTypes(
    CellPlan plan, Scope scope, Javac.Work work, CompilationUnitTree unit, Wrapper wrapper) {

  /** Finds the types of {@code var}s; an unknown one stays unknown. */
  boolean learnTypes() {
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
    var locals = statements().stream().filter(VariableTree.class::isInstance).toList();
    var next = 0;
    var learnt = false;
    for (var local : locals) {
      var name = ((VariableTree) local).getName().toString();
      if (next < unknown.size()
          && (name.equals(unknown.get(next).name())
              || name.equals("$of_" + unknown.get(next).name()))) {
        var one = unknown.get(next++);
        var type = work.trees().getTypeMirror(path(local));
        if (type != null && type.getKind() != TypeKind.ERROR && !isNothing(local)) {
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
  private boolean isNothing(Tree local) {
    var initializer = ((VariableTree) local).getInitializer();
    var type = initializer == null ? null : work.trees().getTypeMirror(path(initializer));
    return type == null
        || type.getKind() == TypeKind.NULL
        || type.getKind() == TypeKind.VOID
        || type.getKind() == TypeKind.ERROR;
  }

  boolean learnWhetherLastIsVoid() {
    var last = CellSources.last(plan);
    if (last == null || last.called().isEmpty() || plan.facts.lastIsVoid != null) {
      return false;
    }
    var statements = statements();
    var call = path(value(statements.get(statements.size() - 1)));
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
  boolean learnSameTypes() {
    var types = types();
    var learnt = false;
    for (var one : plan.variables.values()) {
      var before = scope.variable(one.name());
      if (!one.kept() && before.isPresent() && before.get().type().equals(types.get(one.name()))) {
        learnt |= plan.facts.sameType.add(one.name());
      }
    }
    return learnt;
  }

  Map<String, String> types() {
    var types = new HashMap<String, String>();
    for (var member : CompileRound.holder(unit, wrapper).getMembers()) {
      if (member instanceof VariableTree field) {
        var type = work.trees().getTypeMirror(path(field));
        types.put(field.getName().toString(), TypeText.of(type));
      }
    }
    return types;
  }

  /** The statements of the cell. */
  private List<? extends StatementTree> statements() {
    for (var member : CompileRound.holder(unit, wrapper).getMembers()) {
      if (member instanceof MethodTree method && method.getName().contentEquals(CellSources.RUN)) {
        var all = (IfTree) method.getBody().getStatements().get(0);
        return ((BlockTree) all.getThenStatement()).getStatements();
      }
    }
    throw new IllegalStateException("no " + CellSources.RUN);
  }

  private TreePath path(Tree tree) {
    return work.trees().getPath(unit, tree);
  }
}
