package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What declarations look like in one line: types by their simple names. */
final class Signatures {

  private final Types types;

  Signatures(Types types) {
    this.types = types;
  }

  /**
   * Parameters and result of {@code method} as a member of {@code site}: {@code (int from):
   * String}.
   *
   * @param site null where it is reached by its simple name
   */
  String ofCall(ExecutableElement method, DeclaredType site) {
    var type = asMember(method, site);
    var parameters = texts(method, type.getParameterTypes());
    return new Subject("", parameters, names(method), "", List.of()).declaration(List.of())
        + (method.getKind() == ElementKind.CONSTRUCTOR ? "" : ": " + text(type.getReturnType()));
  }

  /** The type of {@code variable} as a member of {@code site}: {@code : int}. */
  String ofVariable(VariableElement variable, DeclaredType site) {
    return ": " + text(typeOf(variable, site));
  }

  /** {@code element}'s type as a member of {@code site}. */
  TypeMirror typeOf(Element element, DeclaredType site) {
    return site == null || !(element.getEnclosingElement() instanceof TypeElement)
        ? element.asType()
        : types.asMemberOf(site, element);
  }

  private ExecutableType asMember(ExecutableElement method, DeclaredType site) {
    return (ExecutableType) typeOf(method, site);
  }

  /** The types of {@code method}'s parameters as a member of {@code site}. */
  List<? extends TypeMirror> parameters(ExecutableElement method, DeclaredType site) {
    return asMember(method, site).getParameterTypes();
  }

  /** The names of {@code method}'s parameters; empty when its class file does not tell them. */
  static List<String> names(ExecutableElement method) {
    var names = method.getParameters().stream().map(one -> one.getSimpleName().toString()).toList();
    return names.stream().anyMatch(one -> one.matches("arg[0-9]+")) ? List.of() : names;
  }

  /** The texts of {@code method}'s parameters of the types {@code are}. */
  private static List<String> texts(ExecutableElement method, List<? extends TypeMirror> are) {
    var shown = new ArrayList<String>();
    for (int i = 0; i < are.size(); i++) {
      shown.add(
          i == are.size() - 1 && method.isVarArgs() && are.get(i) instanceof ArrayType array
              ? text(array.getComponentType()) + "..."
              : text(are.get(i)));
    }
    return shown;
  }

  /** What there is to tell of {@code method}, documented at {@code origins}. */
  Subject subject(ExecutableElement method, DeclaredType site, List<Subject.Origin> origins) {
    var type = asMember(method, site);
    var owner = (TypeElement) method.getEnclosingElement();
    var isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    var name =
        isOurs(owner)
            ? method.getSimpleName()
            : owner.getSimpleName() + (isConstructor ? "" : "." + method.getSimpleName());
    var before =
        modifiers(method)
            + typeParameters(method.getTypeParameters())
            + (isConstructor ? "" : text(type.getReturnType()) + " ")
            + name;
    var thrown = method.getThrownTypes().stream().map(Signatures::text).toList();
    return new Subject(
        before,
        texts(method, type.getParameterTypes()),
        names(method),
        thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown),
        origins);
  }

  /** The declaration of a field or variable. */
  String declaration(VariableElement variable, DeclaredType site) {
    var owner = variable.getEnclosingElement();
    var isField = owner instanceof TypeElement of && !isOurs(of);
    var value = variable.getConstantValue();
    return (isField ? modifiers(variable) : "")
        + text(typeOf(variable, site))
        + " "
        + (isField ? owner.getSimpleName() + "." : "")
        + variable.getSimpleName()
        + (value == null ? "" : " = " + ValueText.of(value));
  }

  /** The declaration of a type up to its body. */
  static String declaration(TypeElement type) {
    var word =
        switch (type.getKind()) {
          case ANNOTATION_TYPE -> "@interface ";
          case INTERFACE -> "interface ";
          case ENUM -> "enum ";
          case RECORD -> "record ";
          default -> "class ";
        };
    var shown = new StringBuilder(modifiers(type));
    shown.append(word).append(CellSourceLines.withoutHolders(type.getQualifiedName().toString()));
    shown.append(typeParameters(type.getTypeParameters()).stripTrailing());
    if (type.getKind() == ElementKind.RECORD) {
      shown.append(
          type.getRecordComponents().stream()
              .map(one -> text(one.asType()) + " " + one.getSimpleName())
              .collect(Collectors.joining(", ", "(", ")")));
    } else if (type.getSuperclass() instanceof DeclaredType above
        && type.getKind() != ElementKind.ENUM
        && !above.toString().equals("java.lang.Object")) {
      shown.append(" extends ").append(text(above));
    }
    if (!type.getInterfaces().isEmpty() && type.getKind() != ElementKind.ANNOTATION_TYPE) {
      shown.append(type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ");
      shown.append(
          type.getInterfaces().stream().map(Signatures::text).collect(Collectors.joining(", ")));
    }
    return shown.toString();
  }

  /** Whether a class is one around the code of cells. */
  static boolean isOurs(TypeElement type) {
    return type.getSimpleName().toString().startsWith("$");
  }

  private static String modifiers(Element element) {
    var isOurs = element.getEnclosingElement() instanceof TypeElement in && isOurs(in);
    return isOurs
        ? ""
        : element.getModifiers().stream().map(one -> one + " ").collect(Collectors.joining());
  }

  private static String typeParameters(List<? extends Element> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(javax.lang.model.element.TypeParameterElement.class::cast)
            .map(Signatures::typeParameter)
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String typeParameter(javax.lang.model.element.TypeParameterElement one) {
    var bounds =
        one.getBounds().stream()
            .map(Signatures::text)
            .filter(bound -> !bound.equals("Object"))
            .collect(Collectors.joining(" & "));
    return one.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  /** {@code type} with simple names. */
  static String text(TypeMirror type) {
    return simple(type.toString());
  }

  /** The text of a type without the packages, without annotations, wildcards for captures. */
  static String simple(String type) {
    return CellSourceLines.withoutHolders(type)
        .replaceAll("capture#\\d+ of ", "")
        .replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
        .replaceAll("\\b(?:\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\.)+", "")
        .replaceAll("[$](?:Assist|Here)\\.", "")
        .replaceAll(",(?=\\S)", ", ");
  }
}
