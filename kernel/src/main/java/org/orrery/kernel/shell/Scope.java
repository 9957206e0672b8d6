package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What cells have declared so far and later cells can name, each under the class that holds it. */
final class Scope {

  private static final Pattern TYPE_OF_CELL =
      Pattern.compile("\\b" + CellFiles.PACKAGE + "\\.(\\$Cell\\w+)\\.(\\w+)");

  /**
   * A variable.
   *
   * @param type its type as source text that holds in any cell
   * @param written its type as its author wrote it, blanks evened out; "" for {@code var}
   * @param holder simple name of the class whose static field it is
   */
  record Variable(String name, String type, String written, String holder, Cell cell) {

    /** The types of cells that its type is made of. */
    Set<String> types() {
      var names = new LinkedHashSet<String>();
      var found = TYPE_OF_CELL.matcher(type);
      while (found.find()) {
        names.add(found.group(2));
      }
      return names;
    }

    /** Its type with the types of cells under their simple names. */
    String simpleType() {
      return TYPE_OF_CELL.matcher(type).replaceAll("$2");
    }
  }

  /**
   * A type or method.
   *
   * @param needs the names of cells it was compiled against, as {@link Needs} writes them
   */
  record Member(Piece.Member piece, String holder, Set<String> needs) {
    String name() {
      return piece.name();
    }
  }

  private final Map<String, String> imports = new LinkedHashMap<>();
  private Set<String> byDefault = Set.of();
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** The imports in force, as source. */
  List<String> imports() {
    return List.copyOf(imports.values());
  }

  List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  Optional<Member> member(String identity) {
    return Optional.ofNullable(members.get(identity));
  }

  List<Member> methods(String name) {
    return members.values().stream()
        .filter(one -> !one.piece().isType() && one.name().equals(name))
        .toList();
  }

  /** Every name that cells have declared. */
  Set<String> names() {
    var names = new TreeSet<>(variables.keySet());
    members.values().forEach(one -> names.add(one.name()));
    return names;
  }

  /** Takes a new import: it hides a type of a cell of the same simple name. */
  void add(String imported) {
    var text = String.join(" ", Token.of(imported).stream().map(Token::text).toList());
    imports.remove(text);
    imports.put(text, imported);
    if (!imported.contains("*")) {
      members.remove("type " + simpleName(imported));
    }
  }

  /** The simple name that {@code imported}, an import of one type or member, brings in. */
  static String simpleName(String imported) {
    return imported.replaceFirst("(?s)\\s*;\\s*$", "").replaceFirst("(?s).*[.\\s]", "");
  }

  /** Takes a new variable; returns the one it takes the place of. */
  Optional<Variable> put(Variable variable) {
    return Optional.ofNullable(variables.put(variable.name(), variable));
  }

  /** Takes a new member; of several methods of one name the last is in the class to name. */
  void put(Member member) {
    members.remove(member.piece().identity());
    members.put(member.piece().identity(), member);
    if (member.piece().isType()) {
      imports
          .values()
          .removeIf(
              one ->
                  !one.contains("*")
                      && !one.matches("(?s)import\\s+static\\b.*")
                      && simpleName(one).equals(member.name()));
    }
  }

  void remove(Variable variable) {
    variables.remove(variable.name());
  }

  void remove(Member member) {
    members.remove(member.piece().identity());
  }

  /** The classes that still hold something. */
  Set<String> holders() {
    var holders = new LinkedHashSet<String>();
    variables.values().forEach(one -> holders.add(one.holder()));
    members.values().forEach(one -> holders.add(one.holder()));
    return holders;
  }

  /**
   * Whether the types of the package {@code name} are there by default, not by the author's word.
   */
  boolean isByDefault(String name) {
    return byDefault.contains("import " + name + ".*;");
  }

  void clear(List<String> firstImports) {
    byDefault = Set.copyOf(firstImports);
    imports.clear();
    variables.clear();
    members.clear();
    new ArrayList<>(firstImports).forEach(this::add);
  }
}
