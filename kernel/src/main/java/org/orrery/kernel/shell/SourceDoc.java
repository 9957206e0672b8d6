package org.orrery.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the source of a declaration tells.
 *
 * @param documentation its comment in every format; empty when it has none
 * @param names the names of its parameters
 * @param source its text
 */
record SourceDoc(Map<DocFormat, String> documentation, List<String> names, String source) {

  /** Reads those of {@code origins} that stand in {@code text}, the source file of them all. */
  static Map<Subject.Origin, SourceDoc> read(
      List<Subject.Origin> origins, String text, Javac javac) {
    return javac.with(
        List.of(new Javac.Source("$Source", text)),
        work -> {
          var unit = work.parse().get(0);
          var trees = DocTrees.instance(work.task());
          var found = new HashMap<Subject.Origin, SourceDoc>();
          for (var origin : origins) {
            find(unit, origin)
                .ifPresent(path -> found.put(origin, of(path, trees, unit, origin, text)));
          }
          return found;
        });
  }

  private static Optional<TreePath> find(CompilationUnitTree unit, Subject.Origin origin) {
    var path = new TreePath(unit);
    List<? extends Tree> within = unit.getTypeDecls();
    for (var name : origin.types()) {
      var type =
          within.stream()
              .filter(one -> one instanceof ClassTree it && it.getSimpleName().contentEquals(name))
              .findFirst();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      path = new TreePath(path, type.get());
      within = ((ClassTree) type.get()).getMembers();
    }
    if (origin.member().isEmpty()) {
      return Optional.of(path);
    }
    var around = path;
    return within.stream()
        .filter(one -> is(one, origin))
        .findFirst()
        .map(one -> new TreePath(around, one));
  }

  private static boolean is(Tree tree, Subject.Origin origin) {
    if (tree instanceof MethodTree method && origin.parameters() != null) {
      return method.getName().contentEquals(origin.member())
          && method.getParameters().stream()
              .map(one -> simple(one.getType().toString()))
              .toList()
              .equals(origin.parameters());
    }
    return tree instanceof VariableTree field
        && origin.parameters() == null
        && field.getName().contentEquals(origin.member());
  }

  private static boolean isOfCell(Subject.Origin origin) {
    return !origin.cell().isEmpty();
  }

  /** The type {@code text} without packages, arguments and annotations. */
  static String simple(String text) {
    var bare = text;
    while (bare.indexOf('<') >= 0 && !bare.replaceAll("<[^<>]*>", "").equals(bare)) {
      bare = bare.replaceAll("<[^<>]*>", "");
    }
    return Signatures.simple(bare).replace("...", "[]").replace(" ", "");
  }

  private static SourceDoc of(
      TreePath path, DocTrees trees, CompilationUnitTree unit, Subject.Origin origin, String text) {
    var documentation = new EnumMap<DocFormat, String>(DocFormat.class);
    var comment = trees.getDocCommentTree(path);
    if (comment != null) {
      for (var format : DocFormat.values()) {
        documentation.put(format, DocText.of(comment, format));
      }
    }
    var tree = path.getLeaf();
    var names =
        tree instanceof MethodTree method
            ? method.getParameters().stream().map(one -> one.getName().toString()).toList()
            : List.<String>of();
    var positions = trees.getSourcePositions();
    var start = (int) positions.getStartPosition(unit, tree);
    var end = (int) positions.getEndPosition(unit, tree);
    var line = text.lastIndexOf('\n', start) + 1;
    var indent = text.substring(line, start).isBlank() ? text.substring(line, start) : "";
    var isShown = 0 <= start && start < end && !(tree instanceof VariableTree && isOfCell(origin));
    var source = isShown ? (indent + text.substring(start, end)).stripIndent() : "";
    return new SourceDoc(documentation, names, source);
  }
}
