package org.orrery.kernel.shell;

import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * A type as source text that stands for it in any cell. What has no text, such as an anonymous
 * class or a captured wildcard, becomes the nearest type above it that has one (JLS 4.10.5).
 */
final class TypeText {

  private static final int DEEPEST = 4;

  private TypeText() {}

  static String of(TypeMirror type) {
    return of(type, 0);
  }

  private static String of(TypeMirror type, int depth) {
    return switch (type.getKind()) {
      case ARRAY -> of(((ArrayType) type).getComponentType(), depth) + "[]";
      case DECLARED -> declared((DeclaredType) type, depth);
      case TYPEVAR -> of(((TypeVariable) type).getUpperBound(), depth + 1);
      case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0), depth + 1);
      case NULL, NONE, ERROR, VOID -> "java.lang.Object";
      default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String declared(DeclaredType type, int depth) {
    var element = (TypeElement) type.asElement();
    if (element.getSimpleName().length() == 0 || !isVisible(element)) {
      var interfaces = element.getInterfaces();
      return of(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0), depth);
    }
    var enclosing = type.getEnclosingType();
    var name =
        enclosing.getKind() == TypeKind.DECLARED
                && !((DeclaredType) enclosing).getTypeArguments().isEmpty()
            ? of(enclosing, depth) + "." + element.getSimpleName()
            : element.getQualifiedName().toString();
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    return type.getTypeArguments().stream()
        .map(argument -> argument(argument, depth + 1))
        .collect(Collectors.joining(", ", name + "<", ">"));
  }

  private static String argument(TypeMirror type, int depth) {
    if (depth > DEEPEST) {
      return "?";
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return extending(wildcard.getExtendsBound(), depth);
      }
      return wildcard.getSuperBound() != null
          ? "? super " + of(wildcard.getSuperBound(), depth)
          : "?";
    }
    if (type instanceof TypeVariable variable) {
      return extending(variable.getUpperBound(), depth);
    }
    if (type.getKind() == TypeKind.INTERSECTION || isAnonymous(type)) {
      return extending(type, depth);
    }
    return of(type, depth);
  }

  private static String extending(TypeMirror bound, int depth) {
    var text = of(bound, depth);
    return text.equals("java.lang.Object") ? "?" : "? extends " + text;
  }

  /** Whether code of a cell may name {@code element}. */
  private static boolean isVisible(Element element) {
    for (var one = element; one.getKind() != ElementKind.PACKAGE; one = one.getEnclosingElement()) {
      var isOfCell = one.toString().startsWith(CellFiles.PACKAGE + ".");
      if (!one.getModifiers().contains(Modifier.PUBLIC) && !isOfCell) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnonymous(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getSimpleName().length() == 0;
  }
}
