package org.orrery.kernel.shell;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** What the grammar lets stand at a place where a name is. */
enum Place {
  /** The begin of a statement: everything. */
  STATEMENT,
  /** An expression: everything but the words of statements. */
  ANY,
  /** The name before the parenthesis of a call. */
  METHOD,
  /** A type alone. */
  TYPE,
  /** The type of an annotation. */
  ANNOTATION,
  /** A label of a switch. */
  CASE;

  /** The place of the name that {@code path} leads to. */
  static Place of(TreePath path) {
    var tree = path.getLeaf();
    var around = path.getParentPath().getLeaf();
    if (around instanceof AnnotationTree annotation && annotation.getAnnotationType() == tree) {
      return ANNOTATION;
    }
    if (around instanceof MethodInvocationTree call && call.getMethodSelect() == tree) {
      return METHOD;
    }
    if (around instanceof CaseTree one && one.getBody() != tree || isLabel(around)) {
      return CASE;
    }
    if (isTypeOf(around, tree)) {
      return TYPE;
    }
    if (around instanceof ErroneousTree) {
      around = path.getParentPath().getParentPath().getLeaf();
    }
    return around instanceof ExpressionStatementTree ? STATEMENT : ANY;
  }

  private static boolean isTypeOf(Tree around, Tree tree) {
    return around instanceof NewClassTree one && one.getIdentifier() == tree
        || around instanceof NewArrayTree array && array.getType() == tree
        || around instanceof VariableTree variable && variable.getInitializer() != tree
        || around instanceof InstanceOfTree one && one.getExpression() != tree
        || around instanceof TypeCastTree cast && cast.getType() == tree
        || around instanceof MethodTree
        || around instanceof ClassTree
        || around instanceof ParameterizedTypeTree
        || around instanceof WildcardTree
        || around instanceof ArrayTypeTree
        || around instanceof TypeParameterTree
        || around instanceof UnionTypeTree
        || around instanceof IntersectionTypeTree;
  }

  /** From JDK 21 on the expressions of a case stand in labels, which JDK 17 has no name for. */
  private static boolean isLabel(Tree tree) {
    return tree.getKind().name().equals("CONSTANT_CASE_LABEL");
  }

  /** The expression that the switch around {@code label} chooses by. */
  static TreePath selectorOfSwitch(TreePath label) {
    var around = label.getParentPath();
    while (!(around.getLeaf() instanceof SwitchTree)
        && !(around.getLeaf() instanceof SwitchExpressionTree)) {
      around = around.getParentPath();
    }
    return around.getLeaf() instanceof SwitchTree one
        ? new TreePath(around, one.getExpression())
        : new TreePath(around, ((SwitchExpressionTree) around.getLeaf()).getExpression());
  }

  boolean takes(Element element) {
    return switch (this) {
      case STATEMENT, ANY, CASE -> true;
      case METHOD -> element.getKind() == ElementKind.METHOD;
      case TYPE -> Candidates.isType(element) || element.getKind() == ElementKind.TYPE_PARAMETER;
      case ANNOTATION ->
          element.getKind() == ElementKind.ANNOTATION_TYPE
              || element.getKind().isClass() && isAround(element);
    };
  }

  /** Whether a class holds annotations, so that its name may begin that of one. */
  private static boolean isAround(Element element) {
    return element.getEnclosedElements().stream()
        .anyMatch(one -> one.getKind() == ElementKind.ANNOTATION_TYPE);
  }

  boolean takesTypes() {
    return this != METHOD;
  }

  boolean takesValues() {
    return this != TYPE && this != ANNOTATION;
  }
}
