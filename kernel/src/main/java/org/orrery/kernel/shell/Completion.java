package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.orrery.kernel.shell.Candidate.Group;
import org.orrery.kernel.shell.CodeAssistance.Item;

/** Makes of candidates what a front end offers, the likeliest first. */
final class Completion {

  private static final int MOST = 500;
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");
  private static final int SHORTEST_ELSEWHERE = 3;

  /** A name with all the candidates of it: the overloads of a method, for example. */
  private record Offer(Item item, int match, boolean fits, boolean isRare, Group group) {}

  private static final Comparator<Offer> ORDER =
      Comparator.comparingInt(Offer::match)
          .thenComparing(one -> one.group() == Group.ELSEWHERE)
          .thenComparing(Offer::isRare)
          .thenComparing(one -> !one.fits())
          .thenComparing(Offer::group)
          .thenComparing(one -> one.item().text().toLowerCase(java.util.Locale.ROOT));

  private final Javac.Work work;
  private final String prefix;
  private final TypeMirror expected;
  private final Signatures signatures;

  /**
   * @param expected the type that the place asks for; null when it asks for none
   */
  Completion(Javac.Work work, String prefix, TypeMirror expected) {
    this.work = work;
    this.prefix = prefix;
    this.expected = expected;
    this.signatures = new Signatures(work.task().getTypes());
  }

  /** Which names can be meant by {@code prefix}. */
  static Predicate<String> wanted(String prefix) {
    var humps = humps(prefix);
    return name ->
        name.regionMatches(true, 0, prefix, 0, prefix.length())
            || humps != null && humps.matcher(name).lookingAt();
  }

  /** Which classes that are not imported can be meant: there are too many for a short prefix. */
  static Predicate<String> wantedElsewhere(String prefix) {
    return name -> prefix.length() >= SHORTEST_ELSEWHERE && name.startsWith(prefix);
  }

  private static java.util.regex.Pattern humps(String prefix) {
    if (prefix.length() < 2 || prefix.chars().skip(1).noneMatch(Character::isUpperCase)) {
      return null;
    }
    var pattern = new StringBuilder();
    for (var hump : prefix.split("(?=\\p{Lu})")) {
      pattern.append(java.util.regex.Pattern.quote(hump)).append("[\\p{Ll}\\d_]*");
    }
    return java.util.regex.Pattern.compile(pattern.toString());
  }

  private int match(String name) {
    if (name.startsWith(prefix)) {
      return 0;
    }
    return name.regionMatches(true, 0, prefix, 0, prefix.length()) ? 1 : 2;
  }

  /** The items for {@code candidates}; humps count only where nothing begins as written. */
  List<Item> items(List<Candidate> candidates, boolean isBareName) {
    var byText = new LinkedHashMap<String, List<Candidate>>();
    for (var one : candidates) {
      var kind = one.element() instanceof ExecutableElement ? "()" : "";
      byText.computeIfAbsent(one.name() + kind, unseen -> new ArrayList<>()).add(one);
    }
    var offers = new ArrayList<Offer>();
    byText.values().forEach(same -> offers.add(offer(same, isBareName)));
    offers.sort(ORDER);
    var best = offers.isEmpty() ? 0 : offers.get(0).match();
    return offers.stream()
        .filter(one -> one.match() < 2 || best == 2)
        .limit(MOST)
        .map(Offer::item)
        .toList();
  }

  private Offer offer(List<Candidate> same, boolean isBareName) {
    var first = same.get(0);
    var element = first.element();
    var isElsewhere = first.group() == Group.ELSEWHERE;
    var simple = isElsewhere ? element.getSimpleName().toString() : first.name();
    var text = first.name();
    if (element instanceof ExecutableElement && !isBareName) {
      var takes =
          same.stream()
              .anyMatch(one -> !((ExecutableElement) one.element()).getParameters().isEmpty());
      text += takes ? "(" : "()";
    }
    return new Offer(
        new Item(text, type(first), signature(same)),
        match(simple),
        element != null && same.stream().anyMatch(this::fits),
        element != null && isRare(element),
        first.group());
  }

  private static String type(Candidate one) {
    if (one.element() == null) {
      return switch (one.group()) {
        case PACKAGE -> "module";
        case KEYWORD -> "keyword";
        case MEMBER -> "field";
        default -> "variable";
      };
    }
    return switch (one.element().getKind()) {
      case METHOD, CONSTRUCTOR -> "function";
      case CLASS, TYPE_PARAMETER -> "class";
      case INTERFACE, ANNOTATION_TYPE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case FIELD, ENUM_CONSTANT ->
          Signatures.isOurs((TypeElement) one.element().getEnclosingElement())
              ? "variable"
              : "field";
      default -> "variable";
    };
  }

  private String signature(List<Candidate> same) {
    var first = same.get(0);
    if (first.element() instanceof ExecutableElement method) {
      var more = same.size() - 1;
      return signatures.ofCall(method, first.site())
          + (more == 0 ? "" : " (+%d overload%s)".formatted(more, more == 1 ? "" : "s"));
    }
    if (first.element() instanceof VariableElement variable) {
      return signatures.ofVariable(variable, first.site());
    }
    if (first.element() instanceof TypeElement type) {
      return CellSourceLines.withoutHolders(type.getQualifiedName().toString());
    }
    return first.group() == Group.MEMBER ? ": int" : "";
  }

  private boolean isRare(Element element) {
    return element instanceof ExecutableElement
            && OF_OBJECT.contains(element.getSimpleName().toString())
        || work.task().getElements().isDeprecated(element);
  }

  private boolean fits(Candidate one) {
    if (expected == null) {
      return false;
    }
    var type =
        switch (one.element().getKind()) {
          case METHOD ->
              ((javax.lang.model.type.ExecutableType) signatures.typeOf(one.element(), one.site()))
                  .getReturnType();
          case FIELD, ENUM_CONSTANT, LOCAL_VARIABLE, PARAMETER ->
              signatures.typeOf(one.element(), one.site());
          default -> null;
        };
    return Analysis.isPlain(type) && work.task().getTypes().isAssignable(type, expected);
  }
}
