package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orrery.kernel.shell.CellPlan.Declaration;
import org.orrery.kernel.shell.Piece.Declarator;

/**
 * Writes the classes of a {@link CellPlan}: one for the cell, whose static members are what it
 * declares and whose {@code run$} is what it does, and one for every earlier cell of which
 * something is compiled again.
 */
final class CellSources {

  /** The method that runs a cell; its result is the value to show. */
  static final String RUN = "run$";

  /** The field that tells how many of the cell's new variables have got their value. */
  static final String AT = "$at";

  /** Marks in {@code run$} that the cell ended without a value to show. */
  static final String NO_VALUE = "org.orrery.kernel.shell.CellResult.NONE";

  private static final Set<String> OFTEN_VOID =
      Set.of("println", "print", "printf", "forEach", "clearOutput", "updateDisplay", "sleep");

  /**
   * One class.
   *
   * @param name its simple name
   * @param members the members in it with the places of their texts
   */
  record Wrapper(String name, MappedText text, Map<Piece.Member, Integer> members) {}

  private final CellPlan plan;
  private final Cell cell;
  private final String name;
  private final Map<String, Set<String>> holdersOf = new TreeMap<>();
  private final Map<String, String> lastHolderOf = new TreeMap<>();
  private final Map<Cell, String> nameOf = new LinkedHashMap<>();

  private CellSources(CellPlan plan, Cell cell, String name) {
    this.plan = plan;
    this.cell = cell;
    this.name = name;
    for (var member : plan.carried.values()) {
      nameOf.computeIfAbsent(member.piece().cell(), origin -> name + "_c" + nameOf.size());
    }
    findHolders();
  }

  /** The classes of {@code plan}; the first is that of {@code cell}, called {@code name}. */
  static List<Wrapper> of(CellPlan plan, Cell cell, String name) {
    var sources = new CellSources(plan, cell, name);
    var wrappers = new ArrayList<Wrapper>();
    wrappers.add(sources.ofCell());
    sources.nameOf.keySet().forEach(origin -> wrappers.add(sources.ofCarried(origin)));
    return wrappers;
  }

  /** Whether the last expression is taken to be void. */
  static boolean guessesVoid(CellPlan plan) {
    var last = last(plan);
    return plan.facts.lastIsVoid == null
        ? last != null && OFTEN_VOID.contains(last.called())
        : plan.facts.lastIsVoid;
  }

  /** The expression whose value is the cell's; null when it does not end with one. */
  static Piece.Expression last(CellPlan plan) {
    var last = plan.pieces.isEmpty() ? null : plan.pieces.get(plan.pieces.size() - 1);
    return last instanceof Piece.Expression expression && !expression.isAssignment()
        ? expression
        : null;
  }

  private void findHolders() {
    for (var variable : plan.scope.variables()) {
      if (!plan.reset.containsKey(variable.name())) {
        hold(variable.name(), variable.holder());
      }
    }
    for (var member : plan.scope.members()) {
      if (isAsBefore(member)) {
        hold(member.piece(), member.holder());
      }
    }
    plan.carried.values().forEach(one -> hold(one.piece(), nameOf.get(one.piece().cell())));
    for (var one : plan.variables.values()) {
      if (!one.kept() && !isInferredNow(one)) {
        holdersOf.put(one.name(), new LinkedHashSet<>(Set.of(name)));
      }
    }
    plan.reset.keySet().forEach(one -> hold(one, name));
    plan.declared.forEach(one -> hold(one, name));
  }

  /** Whether the plan neither replaces {@code member} nor compiles it again. */
  private boolean isAsBefore(Scope.Member member) {
    var identity = member.piece().identity();
    return !plan.carried.containsKey(identity)
        && !plan.facts.broken.contains(identity)
        && plan.declared.stream().noneMatch(one -> one.identity().equals(identity));
  }

  /** The class that declares the latest method of a name has all overloads of it. */
  private void hold(Piece.Member member, String holder) {
    if (!member.isType()) {
      var before = lastHolderOf.put(member.name(), holder);
      if (before != null) {
        holdersOf.get(member.name()).remove(before);
      }
    }
    hold(member.name(), holder);
  }

  private void hold(String declared, String holder) {
    holdersOf.computeIfAbsent(declared, unseen -> new LinkedHashSet<>()).add(holder);
  }

  private Wrapper ofCell() {
    var text = new MappedText(cell);
    var words = words(cell.code());
    plan.reset.values().forEach(one -> words.addAll(words(one.simpleType())));
    text.add("package " + CellFiles.PACKAGE + ";\n");
    var imported = new LinkedHashSet<String>();
    for (var piece : plan.pieces) {
      if (piece instanceof Piece.Import one) {
        text.copy(one.span()).add("\n");
        imported.add(Scope.simpleName(one.text()));
      }
    }
    open(text, name, plan.declared, words, imported);
    addFields(text);
    var members = add(text, plan.declared);
    addRun(text);
    return new Wrapper(name, text.add("}\n"), members);
  }

  private Wrapper ofCarried(Cell origin) {
    var text = new MappedText(origin);
    var carried =
        plan.carried.values().stream()
            .map(Scope.Member::piece)
            .filter(one -> one.cell().equals(origin))
            .toList();
    var words = new LinkedHashSet<String>();
    carried.forEach(one -> words.addAll(words(one.words())));
    text.add("package " + CellFiles.PACKAGE + ";\n");
    open(text, nameOf.get(origin), carried, words, Set.of());
    var members = add(text, carried);
    return new Wrapper(nameOf.get(origin), text.add("}\n"), members);
  }

  /** Writes everything up to the brace that opens the class {@code ofClass}. */
  private void open(
      MappedText text,
      String ofClass,
      List<Piece.Member> members,
      Set<String> words,
      Set<String> imported) {
    var others = otherOverloads(members);
    others.forEach((other, holder) -> words.addAll(words(other.header())));
    addImports(text, ofClass, words, imported);
    if (!others.isEmpty()) {
      text.add("class " + ofClass + "_Others {\n");
      others.forEach((other, holder) -> text.add(delegate(other, holder)));
      text.add("}\n");
    }
    var above = others.isEmpty() ? "" : " extends " + ofClass + "_Others";
    text.add("public class " + ofClass + above + " {\n");
  }

  private static Set<String> words(String code) {
    var words = new LinkedHashSet<String>();
    for (var token : Token.of(code)) {
      if (token.kind() == Token.Kind.WORD) {
        words.add(token.text());
      }
    }
    return words;
  }

  private void addImports(
      MappedText text, String ofClass, Set<String> words, Set<String> importedByCell) {
    var declaredHere = new LinkedHashSet<>(importedByCell);
    plan.declared.stream()
        .filter(Piece.Member::isType)
        .forEach(one -> declaredHere.add(one.name()));
    for (var one : plan.scope.imports()) {
      if (isNeeded(one, words, declaredHere)) {
        text.add(one).add("\n");
      }
    }
    plan.facts.preferred.stream()
        .filter(one -> words.contains(Scope.simpleName(one)))
        .filter(one -> !declaredHere.contains(Scope.simpleName(one)))
        .forEach(one -> text.add(one).add("\n"));
    for (var word : words) {
      for (var holder : holdersOf.getOrDefault(word, Set.of())) {
        if (!holder.equals(ofClass) && !importedByCell.contains(word)) {
          text.add("import static " + CellFiles.PACKAGE + "." + holder + "." + word + ";\n");
        }
      }
    }
  }

  /**
   * Fewer imports are less work for javac: one of a single name is left out where none names it.
   */
  private static boolean isNeeded(String imported, Set<String> words, Set<String> declaredHere) {
    if (imported.contains("*")) {
      return !words.isEmpty();
    }
    var name = Scope.simpleName(imported);
    var isStatic = imported.matches("(?s)import\\s+static\\b.*");
    return words.contains(name) && (isStatic || !declaredHere.contains(name));
  }

  /** Overloads in other classes, which {@code members} would hide by their names. */
  private Map<Piece.Member, String> otherOverloads(List<Piece.Member> members) {
    var all = new LinkedHashMap<Piece.Member, String>();
    plan.scope.members().stream()
        .filter(this::isAsBefore)
        .forEach(one -> all.put(one.piece(), one.holder()));
    plan.carried.values().forEach(one -> all.put(one.piece(), nameOf.get(one.piece().cell())));
    plan.declared.forEach(one -> all.put(one, name));
    var names = new LinkedHashSet<String>();
    members.stream().filter(one -> !one.isType()).forEach(one -> names.add(one.name()));
    var others = new LinkedHashMap<Piece.Member, String>();
    all.forEach(
        (one, holder) -> {
          if (!one.isType() && names.contains(one.name())) {
            others.put(one, holder);
          }
        });
    members.forEach(others::remove);
    return others;
  }

  private static String delegate(Piece.Member other, String holder) {
    return "public static %s { %s%s.%s.%s(%s); }%n"
        .formatted(
            other.header(),
            words(other.header()).contains("void") ? "" : "return ",
            CellFiles.PACKAGE,
            holder,
            other.name(),
            String.join(", ", other.parameterNames()));
  }

  private static Map<Piece.Member, Integer> add(MappedText text, List<Piece.Member> members) {
    var places = new LinkedHashMap<Piece.Member, Integer>();
    for (var member : members) {
      text.add("public static\n");
      places.put(member, text.length());
      text.copy(member.span(), member.blanked()).add("\n");
    }
    return places;
  }

  private void addFields(MappedText text) {
    var isNew = false;
    for (var one : plan.variables.values()) {
      if (one.kept() || isInferredNow(one)) {
        continue;
      }
      isNew = true;
      text.add("public static ");
      if (one.piece().type() == null) {
        text.add(plan.facts.types.get(one.declarator()));
      } else {
        text.copy(one.piece().type());
      }
      text.add(" ").copy(one.declarator().name()).add(one.declarator().dimensions() + ";\n");
    }
    for (var one : plan.reset.values()) {
      text.add("public static " + one.simpleType() + " " + one.name() + ";\n");
    }
    if (isNew) {
      text.add("public static int " + AT + ";\n");
    }
  }

  /** Whether the variable's type is still to be found: it is local to {@code run$} then. */
  private boolean isInferredNow(Declaration one) {
    return one.piece().type() == null && !plan.facts.types.containsKey(one.declarator());
  }

  private void addRun(MappedText text) {
    text.add("public static java.lang.Object " + RUN + "()");
    text.add(" throws java.lang.Throwable { if (true) {\n");
    var counter = new int[1];
    var last = last(plan);
    for (var piece : plan.pieces) {
      if (piece instanceof Piece.Variables variables) {
        variables.declarators().forEach(one -> addAssignment(text, one, counter));
      } else if (piece instanceof Piece.Statement) {
        text.copy(piece.span()).add("\n");
      } else if (piece instanceof Piece.Expression expression) {
        if (expression == last && !guessesVoid(plan)) {
          text.add("return (").copy(piece.span()).add(");\n");
        } else if (expression.isStatement()) {
          text.copy(piece.span()).add(";\n");
        } else {
          text.add("java.lang.Object $" + text.length() + " = (").copy(piece.span()).add(");\n");
        }
      }
    }
    text.add("} return " + NO_VALUE + "; }\n");
  }

  private void addAssignment(MappedText text, Declarator declarator, int[] counter) {
    var one = plan.variables.get(declarator);
    if (declarator.initializer() != null) {
      if (isInferredNow(one)) {
        text.add("var ").add(plan.readsItself(one) ? "$of_" : "");
      }
      text.copy(declarator.name()).add(" =\n"); // a line of its own: its calls tell it
      if (declarator.isArray()) {
        text.add("new ").copy(one.piece().type()).add(declarator.dimensions() + " ");
      }
      text.copy(declarator.initializer()).add(";\n");
    } else if (one.kept()) {
      var type = plan.scope.variable(one.name()).orElseThrow().type();
      text.copy(declarator.name()).add(" = " + defaultOf(type) + ";\n");
    } else if (one.piece().type() == null) {
      text.add("var ").copy(declarator.name()).add(";\n"); // javac says what is wrong
    }
    if (!one.kept() && !isInferredNow(one)) {
      text.add(AT + " = " + ++counter[0] + ";\n");
    }
  }

  private static String defaultOf(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "int", "long", "float", "double" -> "0";
      case "char" -> "'\\0'";
      default -> "null";
    };
  }
}
