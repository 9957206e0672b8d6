package org.orrery.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.orrery.kernel.shell.Candidate.Group;

/** Finds the names that can stand at a place of attributed code, each with what it means. */
final class Candidates {

  private final Trees trees;
  private final Elements elements;
  private final Scope declared;
  private final ClassIndex index;
  private final CompilationUnitTree unit;
  private final Predicate<String> wanted;
  private final Predicate<String> elsewhere;
  private final com.sun.source.tree.Scope access;
  private final List<Candidate> found = new ArrayList<>();

  /**
   * Names in {@code unit}.
   *
   * @param wanted which names to look at: the others cost nothing
   * @param elsewhere which of the types that are not imported
   */
  Candidates(
      Javac.Work work,
      CompilationUnitTree unit,
      Scope declared,
      ClassIndex index,
      Predicate<String> wanted,
      Predicate<String> elsewhere) {
    this.trees = work.trees();
    this.elements = work.task().getElements();
    this.declared = declared;
    this.index = index;
    this.unit = unit;
    this.wanted = wanted;
    this.elsewhere = elsewhere;
    this.access = trees.getScope(new TreePath(new TreePath(unit), unit.getTypeDecls().get(0)));
  }

  /** What can stand in place of the name that {@code path} leads to. */
  List<Candidate> at(TreePath path) {
    var leaf = path.getLeaf();
    if (leaf instanceof MemberSelectTree select) {
      ofSite(new TreePath(path, select.getExpression()), Place.of(path));
    } else if (leaf instanceof MemberReferenceTree reference) {
      ofReference(new TreePath(path, reference.getQualifierExpression()));
    } else if (leaf instanceof IdentifierTree) {
      simpleNames(path, Place.of(path));
    }
    return found;
  }

  /** What can stand last in the import {@code words}. */
  List<Candidate> ofImport(List<Token> words) {
    var isStatic = words.size() > 1 && words.get(1).is("static");
    var name = new StringBuilder();
    for (var word : words.subList(isStatic ? 2 : 1, words.size() - 1)) {
      name.append(word.text());
    }
    var qualifier = name.toString().replaceFirst("\\.$", "");
    var type = elements.getTypeElement(qualifier);
    if (type != null) {
      for (var one : type.getEnclosedElements()) {
        if (isType(one) || isStatic && isStatic(one)) {
          add(one, Group.MEMBER, null);
        }
      }
    } else {
      ofPackage(qualifier, true);
    }
    return found;
  }

  /** The words of the language, for a place that no name can stand at. */
  List<Candidate> keywords() {
    Keywords.all().forEach(word -> keyword(word, !wanted.test("")));
    return found;
  }

  private void ofSite(TreePath site, Place place) {
    var element = trees.getElement(site);
    var type = trees.getTypeMirror(site);
    if (element instanceof PackageElement || isUnknownName(site, element)) {
      ofPackage(site.getLeaf().toString(), place.takesTypes());
    } else if (isType(element)) {
      members(type, one -> isStatic(one) || isType(one), place);
      keyword("class", place.takesValues());
    } else if (type != null) {
      members(type, one -> !isStatic(one) && !isType(one), place);
    }
  }

  /** {@code java} of {@code java.util} means nothing to javac before its package is whole. */
  private static boolean isUnknownName(TreePath site, Element element) {
    return (element == null || element.asType().getKind() == javax.lang.model.type.TypeKind.ERROR)
        && site.getLeaf().toString().matches("[\\w.]+");
  }

  private void ofReference(TreePath site) {
    var isOfType = isType(trees.getElement(site));
    members(
        trees.getTypeMirror(site),
        one -> one.getKind() == ElementKind.METHOD && (isOfType || !isStatic(one)),
        Place.ANY);
    keyword("new", isOfType);
  }

  private void members(TypeMirror type, Predicate<Element> fitting, Place place) {
    if (type instanceof DeclaredType site) {
      for (var one : elements.getAllMembers((TypeElement) site.asElement())) {
        if (wanted.test(one.getSimpleName().toString())
            && one.getKind() != ElementKind.CONSTRUCTOR
            && fitting.test(one)
            && place.takes(one)
            && trees.isAccessible(access, one, site)) {
          found.add(new Candidate(one.getSimpleName().toString(), Group.MEMBER, one, site));
        }
      }
    } else if (type instanceof ArrayType) {
      if (wanted.test("length")) {
        found.add(new Candidate("length", Group.MEMBER, null, null));
      }
      members(elements.getTypeElement("java.lang.Object").asType(), fitting, place);
    } else if (type instanceof TypeVariable variable) {
      members(variable.getUpperBound(), fitting, place);
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      members(wildcard.getExtendsBound(), fitting, place);
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(one -> members(one, fitting, place));
    }
  }

  private void simpleNames(TreePath path, Place place) {
    if (place == Place.CASE) {
      constantsOfSwitch(path);
    }
    Locals.at(path)
        .forEach(
            (name, declaration) -> {
              var element = trees.getElement(declaration);
              if (wanted.test(name) && (element == null || place.takes(element))) {
                found.add(new Candidate(name, Group.LOCAL, element, null));
              }
            });
    ofClassesAround(path, place);
    ofCells(place);
    ofImports(place);
    if (wanted.test("")) {
      return; // every name there is would be too many
    }
    Keywords.of(place).forEach(word -> keyword(word, true));
    if (place.takesTypes()) {
      index.packages("").forEach(this::addPackage);
      index.types(elsewhere).forEach(this::addElsewhere);
    }
  }

  private void constantsOfSwitch(TreePath path) {
    var type = trees.getTypeMirror(Place.selectorOfSwitch(path));
    if (type instanceof DeclaredType of) {
      of.asElement().getEnclosedElements().stream()
          .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
          .forEach(one -> add(one, Group.LOCAL, null));
    }
  }

  private void ofClassesAround(TreePath place, Place takes) {
    var isStatic = false;
    for (var path = place; path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof MethodTree method) {
        isStatic |= method.getModifiers().getFlags().contains(Modifier.STATIC);
      } else if (path.getLeaf() instanceof VariableTree field
          && path.getParentPath().getLeaf() instanceof ClassTree) {
        isStatic |= field.getModifiers().getFlags().contains(Modifier.STATIC);
      } else if (path.getLeaf() instanceof ClassTree type) {
        if (trees.getElement(path) instanceof TypeElement element) {
          var isOurs = type.getSimpleName().toString().startsWith("$");
          var onlyStatic = isStatic;
          for (var one : isOurs ? element.getEnclosedElements() : elements.getAllMembers(element)) {
            var isOfUs = isOurs && one.getSimpleName().toString().contains("$");
            if (!isOfUs
                && one.getKind() != ElementKind.CONSTRUCTOR
                && (!onlyStatic || isStatic(one) || isType(one))
                && takes.takes(one)) {
              add(one, isOurs ? Group.DECLARED : Group.MEMBER, null);
            }
          }
          isStatic |= element.getModifiers().contains(Modifier.STATIC);
        }
      }
    }
  }

  private void ofCells(Place place) {
    for (var variable : declared.variables()) {
      ofCell(variable.name(), variable.holder(), place);
    }
    for (var member : declared.members()) {
      ofCell(member.name(), member.holder(), place);
    }
  }

  private void ofCell(String name, String holder, Place place) {
    if (wanted.test(name) && found.stream().noneMatch(one -> one.name().equals(name))) {
      var type = elements.getTypeElement(CellFiles.PACKAGE + "." + holder);
      if (type != null) {
        type.getEnclosedElements().stream()
            .filter(one -> one.getSimpleName().contentEquals(name) && place.takes(one))
            .forEach(one -> add(one, Group.DECLARED, null));
      }
    }
  }

  private void ofImports(Place place) {
    var all = !wanted.test("");
    for (ImportTree one : unit.getImports()) {
      var imported = (MemberSelectTree) one.getQualifiedIdentifier();
      var name = imported.getIdentifier().toString();
      var of = imported.getExpression().toString();
      if (of.startsWith(CellFiles.PACKAGE + ".") || !name.equals("*") && !wanted.test(name)) {
        continue;
      }
      if (one.isStatic()) {
        var type = elements.getTypeElement(of);
        if (type != null) {
          type.getEnclosedElements().stream()
              .filter(each -> isStatic(each) || isType(each))
              .filter(each -> name.equals("*") || each.getSimpleName().contentEquals(name))
              .filter(place::takes)
              .forEach(each -> add(each, Group.IMPORTED, null));
        }
      } else if (!name.equals("*")) {
        addType(elements.getTypeElement(of + "." + name), place);
      } else if (all) {
        typesIn(of, place);
      }
    }
    if (all) {
      typesIn("java.lang", place);
    }
  }

  private void typesIn(String packageOrType, Place place) {
    if (!place.takesTypes()) {
      return;
    }
    Element in = elements.getPackageElement(packageOrType);
    in = in != null ? in : elements.getTypeElement(packageOrType);
    if (in != null) {
      for (var one : in.getEnclosedElements()) {
        if (wanted.test(one.getSimpleName().toString())) {
          addType(one, place);
        }
      }
    }
  }

  private void addType(Element type, Place place) {
    if (isType(type) && place.takes(type)) {
      add(type, Group.TYPE, null);
    }
  }

  private void addElsewhere(String qualified) {
    var type = elements.getTypeElement(qualified);
    if (type != null
        && type.getModifiers().contains(Modifier.PUBLIC)
        && found.stream().noneMatch(one -> type.equals(one.element()))) {
      found.add(new Candidate(qualified, Group.ELSEWHERE, type, null));
    }
  }

  private void ofPackage(String name, boolean types) {
    if (types) {
      typesIn(name, Place.TYPE);
    }
    index.packages(name).forEach(this::addPackage);
  }

  private void addPackage(String name) {
    if (wanted.test(name)) {
      found.add(new Candidate(name, Group.PACKAGE, null, null));
    }
  }

  private void keyword(String word, boolean fits) {
    if (fits && wanted.test(word)) {
      found.add(new Candidate(word, Group.KEYWORD, null, null));
    }
  }

  private void add(Element element, Group group, DeclaredType site) {
    var name = element.getSimpleName().toString();
    if (wanted.test(name) && isAccessible(element)) {
      found.add(new Candidate(name, group, element, site));
    }
  }

  private boolean isAccessible(Element element) {
    return element instanceof TypeElement type
        ? trees.isAccessible(access, type)
        : !(element.getEnclosingElement() instanceof TypeElement holder)
            || trees.isAccessible(access, element, (DeclaredType) holder.asType());
  }

  static boolean isType(Element element) {
    return element != null && (element.getKind().isClass() || element.getKind().isInterface());
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }
}
