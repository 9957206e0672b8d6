package org.orrery.kernel.shell;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;

/**
 * Collects what a piece of code needs of the declarations of cells: {@code x} for a variable,
 * {@code f(} for methods, {@code type T} for a type.
 */
final class Needs extends TreePathScanner<Void, Void> {

  private final Trees trees;
  private final Set<String> found = new TreeSet<>();

  private Needs(Trees trees) {
    this.trees = trees;
  }

  static Set<String> of(TreePath code, Trees trees) {
    var needs = new Needs(trees);
    needs.scan(code, null);
    return needs.found;
  }

  static String variable(String name) {
    return name;
  }

  static String method(String name) {
    return name + "(";
  }

  static String type(String name) {
    return "type " + name;
  }

  /** The need that {@code member} meets. */
  static String of(Piece.Member member) {
    return member.isType() ? type(member.name()) : method(member.name());
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    add(tree);
    return super.visitIdentifier(tree, nothing);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    add(tree);
    return super.visitMemberSelect(tree, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    add(tree);
    return super.visitNewClass(tree, nothing);
  }

  private void add(Tree tree) {
    var element = trees.getElement(getCurrentPath());
    while (element != null && !isMemberOfCell(element)) {
      element = element.getEnclosingElement();
    }
    if (element != null) {
      var name = element.getSimpleName().toString();
      found.add(
          element.getKind() == ElementKind.METHOD
              ? method(name)
              : element.getKind().isField() ? variable(name) : type(name));
    }
  }

  /** Whether {@code element} stands directly in a class of a cell. */
  private static boolean isMemberOfCell(Element element) {
    var holder = element.getEnclosingElement();
    return holder != null
        && holder.getKind().isClass()
        && holder.getEnclosingElement() instanceof PackageElement in
        && in.getQualifiedName().contentEquals(CellFiles.PACKAGE)
        && (element.getKind() == ElementKind.METHOD
            || element.getKind() == ElementKind.FIELD
            || element.getKind().isClass()
            || element.getKind().isInterface());
  }
}
