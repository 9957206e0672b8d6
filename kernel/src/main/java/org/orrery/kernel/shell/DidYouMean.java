package org.orrery.kernel.shell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;

/**
 * Guesses what was meant by a name that javac cannot find: one spelt much like it, or a class whose
 * import is missing.
 */
final class DidYouMean {

  private static final String NAMES = "compiler.err.cant.resolve";
  private static final String PACKAGES = "compiler.err.doesnt.exist";
  private static final String REFERENCES = "compiler.err.invalid.mref";
  private static final int MOST_IMPORTS = 3;
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private final Javac.Work work;
  private final Scope scope;
  private final ClassIndex index;

  DidYouMean(Javac.Work work, Scope scope, ClassIndex index) {
    this.work = work;
    this.scope = scope;
    this.index = index;
  }

  /** A line to add to the message of {@code error}, one in {@code unit}. */
  Optional<String> of(CompilationUnitTree unit, Diagnostic<?> error) {
    var code = error.getCode();
    if (!code.startsWith(NAMES) && !code.equals(PACKAGES) && !code.equals(REFERENCES)) {
      return Optional.empty();
    }
    return nameAt(unit, error)
        .flatMap(path -> code.equals(PACKAGES) ? ofPackage(unit, path) : ofName(unit, path))
        .map("did you mean %s?"::formatted);
  }

  /** The name that {@code error} is about. */
  private Optional<TreePath> nameAt(CompilationUnitTree unit, Diagnostic<?> error) {
    var found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        var isName =
            tree instanceof IdentifierTree && !error.getCode().equals(PACKAGES)
                || tree instanceof MemberSelectTree
                || tree instanceof MemberReferenceTree;
        if (isName
            && found[0] == null
            && work.positions().getStartPosition(unit, tree) == error.getStartPosition()
            && work.positions().getEndPosition(unit, tree) == error.getEndPosition()) {
          found[0] = new TreePath(getCurrentPath(), tree);
        }
        return super.scan(tree, nothing);
      }

      /** The package of {@code import a.b.*} is only known to be wrong, not where. */
      @Override
      public Void visitImport(ImportTree tree, Void nothing) {
        var imported = (MemberSelectTree) tree.getQualifiedIdentifier();
        if (work.positions().getStartPosition(unit, tree) == error.getStartPosition()
            && imported.getExpression() instanceof MemberSelectTree) {
          var whole = new TreePath(getCurrentPath(), imported);
          found[0] = new TreePath(whole, imported.getExpression());
        }
        return super.visitImport(tree, nothing);
      }
    }.scan(unit, null);
    return Optional.ofNullable(found[0]);
  }

  private Optional<String> ofName(CompilationUnitTree unit, TreePath path) {
    var name = nameOf(path.getLeaf());
    if (path.getLeaf() instanceof IdentifierTree
        && Character.isUpperCase(name.charAt(0))
        && Place.of(path).takesTypes()) {
      var imports = imports(name);
      if (!imports.isEmpty()) {
        return Optional.of("import " + String.join(" or ", imports));
      }
    }
    Predicate<String> isClose = other -> Spelling.isClose(name, other);
    var candidates =
        new Candidates(work, unit, scope, index, isClose, none -> false)
            .at(path).stream()
                .filter(one -> one.group() != Candidate.Group.KEYWORD)
                .sorted(
                    Comparator.comparingInt((Candidate one) -> Spelling.distance(name, one.name()))
                        .thenComparing(Candidate::group)
                        .thenComparing(one -> -one.name().length()) // letters are sooner left out
                        .thenComparing(Candidate::name))
                .toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(shown(candidates, path.getLeaf() instanceof MemberReferenceTree ? "" : "()"));
  }

  private static String nameOf(Tree tree) {
    if (tree instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return tree instanceof MemberReferenceTree reference
        ? reference.getName().toString()
        : tree.toString();
  }

  /** The first of {@code candidates}, with {@code call} behind it if it is a method. */
  private static String shown(List<Candidate> candidates, String call) {
    var name = candidates.get(0).name();
    if (!(candidates.get(0).element() instanceof ExecutableElement)) {
      return "\"" + name + "\"";
    }
    var takes =
        candidates.stream()
            .filter(one -> one.name().equals(name))
            .map(Candidate::element)
            .anyMatch(one -> one instanceof ExecutableElement it && !it.getParameters().isEmpty());
    return "\"" + name + (takes ? call.replace("()", "(...)") : call) + "\"";
  }

  /** The classes called {@code name} that an import would bring. */
  private List<String> imports(String name) {
    index.await(LONGEST_WAIT_MILLIS);
    return index.types(name::equals).stream()
        .filter(
            one -> {
              var type = work.task().getElements().getTypeElement(one);
              return type != null && type.getModifiers().contains(Modifier.PUBLIC);
            })
        .limit(MOST_IMPORTS)
        .toList();
  }

  /**
   * The package nearest to one that does not exist. A simple name before a point is one for javac
   * when it is nothing else.
   */
  private Optional<String> ofPackage(CompilationUnitTree unit, TreePath path) {
    var select = (MemberSelectTree) path.getLeaf();
    var isOfImport = path.getParentPath().getParentPath().getLeaf() instanceof ImportTree;
    if (!isOfImport && select.getExpression() instanceof IdentifierTree) {
      var meant = ofName(unit, new TreePath(path, select.getExpression()));
      if (meant.isPresent()) {
        return meant;
      }
    }
    index.await(LONGEST_WAIT_MILLIS);
    var missing = (isOfImport ? select : select.getExpression()).toString();
    return nearestPackage(missing).filter(one -> !one.equals(missing)).map("\"%s\""::formatted);
  }

  private Optional<String> nearestPackage(String missing) {
    var nearest = "";
    for (var part : missing.split("\\.")) {
      var known = index.packages(nearest);
      var next =
          known.stream()
              .filter(one -> Spelling.isClose(part, one))
              .min(Comparator.comparingInt(one -> Spelling.distance(part, one)));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      nearest += nearest.isEmpty() ? next.get() : "." + next.get();
    }
    return Optional.of(nearest);
  }
}
