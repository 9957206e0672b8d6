package org.orrery.kernel.shell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Unfinished code as javac understands it, and the place of the cursor in it. */
final class Analysis {

  private final Javac.Work work;
  private final CompilationUnitTree unit;
  private final Scope scope;
  private final ClassIndex index;
  private final UnfinishedCode code;
  private final TreePath cursor;

  private Analysis(Javac.Work work, Scope scope, ClassIndex index, UnfinishedCode code) {
    this.work = work;
    this.scope = scope;
    this.index = index;
    this.code = code;
    this.unit = work.parse().get(0);
    try {
      work.analyze();
    } catch (RuntimeException | AssertionError e) {
      // Half a cell can be more than javac is ready for: what it attributed before that is there.
    }
    this.cursor = marked();
  }

  /** What {@code use} makes of the analysis of {@code code}. */
  static <T> T of(UnfinishedCode code, Javac javac, Scope scope, Function<Analysis, T> use) {
    var index = javac.index();
    var source = AnalysisSource.of(scope, code.text());
    return javac.with(List.of(source), work -> use.apply(new Analysis(work, scope, index, code)));
  }

  Javac.Work work() {
    return work;
  }

  /** Whether a method's name at the cursor is no call: behind {@code ::} or in an import. */
  boolean isBareName() {
    return cursor != null && cursor.getLeaf() instanceof MemberReferenceTree
        || !code.importAtCursor().isEmpty();
  }

  /** Whether the cursor is in the name of the class that {@code new} makes an object of. */
  boolean isNew() {
    return cursor != null
        && cursor.getParentPath().getLeaf() instanceof NewClassTree one
        && one.getIdentifier() == cursor.getLeaf();
  }

  /** The names that can stand at the cursor. */
  List<Candidate> candidates(Predicate<String> wanted, Predicate<String> elsewhere) {
    var candidates = new Candidates(work, unit, scope, index, wanted, elsewhere);
    var imported = code.importAtCursor();
    if (!imported.isEmpty()) {
      return candidates.ofImport(imported);
    }
    return cursor == null ? candidates.keywords() : candidates.at(cursor);
  }

  /** The last tree whose name carries the mark. */
  private TreePath marked() {
    var found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      private void check(CharSequence name) {
        if (name.toString().endsWith(UnfinishedCode.MARK)) {
          found[0] = getCurrentPath();
        }
      }

      @Override
      public Void visitIdentifier(IdentifierTree tree, Void nothing) {
        check(tree.getName());
        return null;
      }

      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
        check(tree.getIdentifier());
        return super.visitMemberSelect(tree, nothing);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
        check(tree.getName());
        return super.visitMemberReference(tree, nothing);
      }

      @Override
      public Void visitErroneous(ErroneousTree tree, Void nothing) {
        return scan(tree.getErrorTrees(), nothing);
      }
    }.scan(unit, null);
    return found[0];
  }

  /** The type of value that the place of the cursor asks for; null when it asks for none. */
  TypeMirror expected() {
    if (cursor == null) {
      return null;
    }
    var inner = cursor;
    var path = cursor.getParentPath();
    while (path.getLeaf() instanceof ErroneousTree
        || path.getLeaf() instanceof ParenthesizedTree
            && !(path.getParentPath().getLeaf() instanceof IfTree
                || path.getParentPath().getLeaf() instanceof WhileLoopTree)
        || path.getLeaf() instanceof ConditionalExpressionTree one
            && one.getCondition() != inner.getLeaf()) {
      inner = path;
      path = path.getParentPath();
    }
    var type = expected(path, inner.getLeaf());
    return isPlain(type) && !type.toString().equals("java.lang.Object") ? type : null;
  }

  /** Whether values can be of a type: javac cannot compare the unknown type of a {@code var}. */
  static boolean isPlain(TypeMirror type) {
    return type != null
        && (type.getKind().isPrimitive()
            || type.getKind() == TypeKind.DECLARED
            || type.getKind() == TypeKind.ARRAY);
  }

  private TypeMirror expected(TreePath around, Tree inner) {
    var tree = around.getLeaf();
    if (tree instanceof VariableTree variable && variable.getType() != null) {
      var type = work.trees().getTypeMirror(new TreePath(around, variable.getType()));
      return variable.getInitializer() == inner ? type : null;
    }
    if (tree instanceof AssignmentTree assignment && assignment.getExpression() == inner) {
      return work.trees().getTypeMirror(new TreePath(around, assignment.getVariable()));
    }
    if (tree instanceof ParenthesizedTree) {
      return work.task().getTypes().getPrimitiveType(TypeKind.BOOLEAN);
    }
    return tree instanceof MethodInvocationTree call ? ofArgument(around, call, inner) : null;
  }

  /** The parameter's type, if all methods of the name agree about it. */
  private TypeMirror ofArgument(TreePath around, MethodInvocationTree call, Tree inner) {
    var at = call.getArguments().indexOf(inner);
    if (at < 0) {
      return null;
    }
    var select = call.getMethodSelect();
    var name =
        select instanceof MemberSelectTree member
            ? member.getIdentifier().toString()
            : ((ExpressionTree) select).toString();
    var signatures = new Signatures(work.task().getTypes());
    var possible =
        new Candidates(work, unit, scope, index, name::equals, none -> false)
            .at(new TreePath(around, select)).stream()
                .filter(one -> one.element() instanceof ExecutableElement)
                .map(one -> signatures.parameters((ExecutableElement) one.element(), one.site()))
                .filter(types -> at < types.size())
                .map(types -> types.get(at))
                .toList();
    return possible.stream()
                .allMatch(one -> work.task().getTypes().isSameType(one, possible.get(0)))
            && !possible.isEmpty()
        ? possible.get(0)
        : null;
  }
}
