package org.orrery.kernel.shell;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the local variables and parameters that are in scope at a place, innermost first. */
final class Locals {

  private final Map<String, TreePath> found = new LinkedHashMap<>();

  private Locals() {}

  /**
   * The declarations in scope at {@code place}, by name. Those outside a class in a method are
   * among them: the class sees them.
   */
  static Map<String, TreePath> at(TreePath place) {
    var locals = new Locals();
    for (var path = place; path.getParentPath() != null; path = path.getParentPath()) {
      locals.addOf(path.getParentPath(), path.getLeaf());
    }
    return locals.found;
  }

  private void addOf(TreePath around, Tree inner) {
    var tree = around.getLeaf();
    if (tree instanceof BlockTree block) {
      addBefore(around, block.getStatements(), inner);
    } else if (tree instanceof CaseTree one) {
      if (one.getStatements() != null) {
        addBefore(around, one.getStatements(), inner);
      }
      addPatterns(around, tree, inner);
    } else if (tree instanceof MethodTree method) {
      addAll(around, method.getParameters());
    } else if (tree instanceof LambdaExpressionTree lambda) {
      addAll(around, lambda.getParameters());
    } else if (tree instanceof CatchTree one) {
      add(around, one.getParameter());
    } else if (tree instanceof ForLoopTree loop) {
      addBefore(around, loop.getInitializer(), inner);
      addPatterns(around, tree, inner);
    } else if (tree instanceof EnhancedForLoopTree loop && inner == loop.getStatement()) {
      add(around, loop.getVariable());
    } else if (tree instanceof TryTree one && !one.getCatches().contains(inner)) {
      addBefore(around, one.getResources(), inner);
    } else if (!(tree instanceof ClassTree)) {
      addPatterns(around, tree, inner);
    }
  }

  private void addBefore(TreePath around, List<? extends Tree> trees, Tree inner) {
    var before = new ArrayList<Tree>();
    for (var tree : trees) {
      if (tree == inner) {
        break;
      }
      before.add(0, tree);
    }
    addAll(around, before);
  }

  private void addAll(TreePath around, List<? extends Tree> trees) {
    trees.forEach(tree -> add(around, tree));
  }

  private void add(TreePath around, Tree tree) {
    if (tree instanceof VariableTree variable) {
      found.putIfAbsent(variable.getName().toString(), new TreePath(around, variable));
    } else if (tree instanceof ClassTree type) {
      found.putIfAbsent(type.getSimpleName().toString(), new TreePath(around, type));
    }
  }

  /** The variables of patterns in {@code tree} beside {@code inner}. */
  private void addPatterns(TreePath around, Tree tree, Tree inner) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree part, Void nothing) {
        return part == inner || part instanceof BlockTree || part instanceof ClassTree
            ? null
            : super.scan(part, nothing);
      }

      @Override
      public Void visitBindingPattern(BindingPatternTree pattern, Void nothing) {
        add(around, pattern.getVariable());
        return null;
      }
    }.scan(tree, null);
  }
}
