package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.orrery.kernel.shell.Candidate.Group;
import org.orrery.kernel.shell.Subject.Origin;

/** Makes of the meanings of a name what there is to describe. */
final class Subjects {

  private static final String OF_CLASS_PATH = "";

  private final Elements elements;
  private final Types types;
  private final Signatures signatures;
  private final Scope scope;
  private final String code;

  /**
   * @param code the cell being written, for what it declares itself
   */
  Subjects(Javac.Work work, Scope scope, String code) {
    this.elements = work.task().getElements();
    this.types = work.task().getTypes();
    this.signatures = new Signatures(types);
    this.scope = scope;
    this.code = code;
  }

  /**
   * The subjects of {@code meanings} of one name; of several groups only the nearest counts.
   *
   * @param isCalled whether a parenthesis follows, so that a method is meant
   * @param isNew whether it follows {@code new}, so that constructors are meant too
   */
  List<Subject> of(List<Candidate> meanings, boolean isCalled, boolean isNew) {
    var nearest = meanings.stream().map(Candidate::group).min(Enum::compareTo).orElse(null);
    var chosen = meanings.stream().filter(one -> one.group() == nearest).toList();
    var methods =
        chosen.stream().filter(one -> one.element() instanceof ExecutableElement).toList();
    if (nearest == Group.ELSEWHERE) {
      chosen = chosen.subList(0, 1); // the first is the likeliest
    }
    if (isCalled && !methods.isEmpty()) {
      chosen = methods;
    }
    var subjects = new ArrayList<Subject>();
    var seen = new LinkedHashSet<Element>();
    for (var one : chosen) {
      if (one.element() == null || seen.add(one.element())) {
        add(one, isNew, subjects);
      }
    }
    return subjects;
  }

  private void add(Candidate one, boolean isNew, List<Subject> subjects) {
    if (one.element() instanceof ExecutableElement method) {
      subjects.add(signatures.subject(method, one.site(), origins(method)));
    } else if (one.element() instanceof VariableElement variable) {
      subjects.add(variable(variable, one.site()));
    } else if (one.element() instanceof TypeElement type) {
      subjects.add(plain(Signatures.declaration(type), List.of(origin(type, "", null))));
      if (isNew) {
        for (var member : type.getEnclosedElements()) {
          if (member.getKind() == ElementKind.CONSTRUCTOR) {
            var constructor = (ExecutableElement) member;
            subjects.add(signatures.subject(constructor, null, origins(constructor)));
          }
        }
      }
    } else if (one.group() == Group.PACKAGE) {
      subjects.add(plain("package " + one.name(), List.of()));
    } else if (one.group() == Group.MEMBER && one.name().equals("length")) {
      subjects.add(plain("public final int length", List.of()));
    } else if (one.group() == Group.LOCAL) {
      subjects.add(plain(one.name(), List.of()));
    }
  }

  private static Subject plain(String declaration, List<Origin> origins) {
    return new Subject(declaration, null, List.of(), "", origins);
  }

  private Subject variable(VariableElement variable, DeclaredType site) {
    var owner = variable.getEnclosingElement();
    var isLocal = !(owner instanceof TypeElement);
    var name = variable.getSimpleName().toString();
    var origins =
        isLocal
            ? List.of(
                new Origin(
                    OF_CLASS_PATH, "", CellAsFile.of(code), List.of(CellAsFile.CLASS), name, null))
            : List.of(origin((TypeElement) owner, name, null));
    return plain(signatures.declaration(variable, site), origins);
  }

  private List<Origin> origins(ExecutableElement method) {
    var owner = (TypeElement) method.getEnclosingElement();
    var origins = new ArrayList<Origin>();
    origins.add(origin(owner, method));
    if (method.getKind() == ElementKind.METHOD) {
      addOverridden(method, owner, owner.asType(), origins, new LinkedHashSet<>());
    }
    return origins;
  }

  private void addOverridden(
      ExecutableElement method,
      TypeElement owner,
      TypeMirror below,
      List<Origin> origins,
      Set<Element> seen) {
    for (var above : types.directSupertypes(below)) {
      var type = (TypeElement) ((DeclaredType) above).asElement();
      if (seen.add(type)) {
        for (var one : type.getEnclosedElements()) {
          if (one instanceof ExecutableElement other && elements.overrides(method, other, owner)) {
            origins.add(origin(type, other));
          }
        }
        addOverridden(method, owner, above, origins, seen);
      }
    }
  }

  private Origin origin(TypeElement owner, ExecutableElement method) {
    var parameters =
        method.getParameters().stream()
            .map(one -> SourceDoc.simple(one.asType().toString()))
            .toList();
    return origin(owner, method.getSimpleName().toString(), parameters);
  }

  private Origin origin(TypeElement owner, String member, List<String> parameters) {
    var around = new ArrayList<String>();
    Element outermost = owner;
    for (Element one = owner; one instanceof TypeElement; one = one.getEnclosingElement()) {
      around.add(0, one.getSimpleName().toString());
      outermost = one;
    }
    var holder = (TypeElement) outermost;
    if (around.contains(AnalysisSource.HERE)) {
      around.subList(0, around.indexOf(AnalysisSource.HERE)).clear();
    }
    if (holder.getQualifiedName().toString().startsWith(CellFiles.PACKAGE + ".")
        || Signatures.isOurs(holder)) {
      var text = cellOf(holder.getSimpleName().toString());
      around.set(0, CellAsFile.CLASS);
      return new Origin(OF_CLASS_PATH, "", CellAsFile.of(text), around, member, parameters);
    }
    var module = elements.getModuleOf(owner);
    return new Origin(
        module == null ? OF_CLASS_PATH : module.getQualifiedName().toString(),
        holder.getQualifiedName().toString(),
        "",
        around,
        member,
        parameters);
  }

  /** The code of the cell whose class is {@code holder}. */
  private String cellOf(String holder) {
    for (var one : scope.members()) {
      if (one.holder().equals(holder)) {
        return one.piece().cell().code();
      }
    }
    for (var one : scope.variables()) {
      if (one.holder().equals(holder)) {
        return one.cell().code();
      }
    }
    return code;
  }
}
