package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.orrery.kernel.shell.Piece.Declarator;

/**
 * What is to become of the parts of one cell, given what stands declared and what javac has taught
 * about the cell so far.
 *
 * <p>A variable declared again with its type keeps its field, so that all code goes on seeing it. A
 * member with the text it had is left alone. Whatever was compiled against something whose face
 * changes is compiled again, under the cell it came from; a variable whose type is among that
 * cannot keep its value.
 */
final class CellPlan {

  /** What javac has taught about a cell. */
  static final class Facts {
    /** Types of {@code var}s, as source text. */
    final Map<Declarator, String> types = new HashMap<>();

    /** Variables whose type turned out to be the one they had. */
    final Set<String> sameType = new LinkedHashSet<>();

    /** Members that no longer compile. */
    final Set<String> broken = new LinkedHashSet<>();

    /** Members of the cell that name a type which is not there yet, with that name. */
    final Map<String, String> waiting = new LinkedHashMap<>();

    /** Imports of the author's types that a default import has a namesake of. */
    final Set<String> preferred = new LinkedHashSet<>();

    /** Whether the last expression is void; null while nobody knows. */
    Boolean lastIsVoid;
  }

  /** A variable of the cell: new, or one that keeps its field. */
  record Declaration(
      Piece.Variables piece, Declarator declarator, String name, String written, boolean kept) {}

  final Scope scope;
  final Facts facts;
  final List<Piece> pieces;
  final Map<Declarator, Declaration> variables = new LinkedHashMap<>();

  /** Members of the cell that are new or changed. */
  final List<Piece.Member> declared = new ArrayList<>();

  /** Members of earlier cells that are compiled again. */
  final Map<String, Scope.Member> carried = new LinkedHashMap<>();

  /** Variables of earlier cells whose type changes. */
  final Map<String, Scope.Variable> reset = new LinkedHashMap<>();

  private final Set<String> changed = new TreeSet<>();

  CellPlan(Scope scope, List<Piece> pieces, Facts facts) {
    this.scope = scope;
    this.pieces = pieces;
    this.facts = facts;
    findVariables();
    findMembers();
    findWhatFollows();
  }

  private void findVariables() {
    for (var piece : pieces) {
      if (piece instanceof Piece.Variables variables) {
        for (var declarator : variables.declarators()) {
          var name = declarator.name().of(piece.cell());
          var written =
              variables.type() == null
                  ? ""
                  : words(variables.type().of(piece.cell())) + declarator.dimensions();
          var kept = facts.sameType.contains(name) || isWrittenAsBefore(name, written);
          this.variables.put(
              declarator, new Declaration(variables, declarator, name, written, kept));
          if (!kept && !(written.isEmpty() && !facts.types.containsKey(declarator))) {
            changed.add(Needs.variable(name));
          }
        }
      }
    }
  }

  private boolean isWrittenAsBefore(String name, String written) {
    return !written.isEmpty()
        && scope.variable(name).filter(one -> one.written().equals(written)).isPresent();
  }

  static String words(String text) {
    return String.join(" ", Token.of(text).stream().map(Token::text).toList());
  }

  private void findMembers() {
    for (var piece : pieces) {
      if (piece instanceof Piece.Member member && !facts.waiting.containsKey(member.identity())) {
        var before = scope.member(member.identity());
        if (before.isEmpty() || !before.get().piece().words().equals(member.words())) {
          declare(member);
        }
      }
    }
  }

  private void declare(Piece.Member member) {
    declared.add(member);
    var before = scope.member(member.identity());
    if (before.isEmpty() || !before.get().piece().header().equals(member.header())) {
      changed.add(Needs.of(member));
    }
  }

  /** Follows every change to all that was compiled against it, until nothing more changes. */
  private void findWhatFollows() {
    int before;
    do {
      before = changed.size() + carried.size() + reset.size() + declared.size();
      declareUnchangedAgain();
      carryDependents();
      resetVariables();
    } while (changed.size() + carried.size() + reset.size() + declared.size() > before);
  }

  private void declareUnchangedAgain() {
    for (var piece : pieces) {
      if (piece instanceof Piece.Member member
          && !declared.contains(member)
          && !facts.waiting.containsKey(member.identity())) {
        var before = scope.member(member.identity()).orElseThrow();
        if (before.needs().stream().anyMatch(changed::contains)) {
          declared.add(member);
          changed.add(Needs.of(member));
        }
      }
    }
  }

  private void carryDependents() {
    for (var member : scope.members()) {
      var identity = member.piece().identity();
      if (!isOfCell(identity)
          && !carried.containsKey(identity)
          && member.needs().stream().anyMatch(changed::contains)) {
        changed.add(Needs.of(member.piece()));
        if (!facts.broken.contains(identity)) {
          carried.put(identity, member);
        }
      }
    }
  }

  private void resetVariables() {
    for (var variable : scope.variables()) {
      var declaredAgain =
          variables.values().stream().anyMatch(one -> one.name().equals(variable.name()));
      var follows = variable.types().stream().map(Needs::type).anyMatch(changed::contains);
      if (follows && declaredAgain) {
        unkeep(variable.name());
      } else if (follows && reset.putIfAbsent(variable.name(), variable) == null) {
        changed.add(Needs.variable(variable.name()));
      }
    }
  }

  private void unkeep(String name) {
    variables.replaceAll(
        (declarator, one) ->
            one.name().equals(name) && one.kept()
                ? new Declaration(one.piece(), declarator, name, one.written(), false)
                : one);
    changed.add(Needs.variable(name));
  }

  private boolean isOfCell(String identity) {
    return declared.stream().anyMatch(one -> one.identity().equals(identity));
  }

  /** Whether the first value of a variable is made from the variable of that name before. */
  boolean readsItself(Declaration variable) {
    var initializer = variable.declarator().initializer();
    if (initializer == null || scope.variable(variable.name()).isEmpty()) {
      return false;
    }
    var tokens = Token.of(initializer.of(variable.piece().cell()));
    for (int i = 0; i < tokens.size(); i++) {
      var isMember = i > 0 && tokens.get(i - 1).is(".");
      var next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
      if (tokens.get(i).is(variable.name())
          && !isMember
          && !next.equals("(")
          && !next.equals("->")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the cell leaves nothing behind that later cells can name. */
  boolean leavesNothing() {
    return declared.isEmpty()
        && carried.isEmpty()
        && reset.isEmpty()
        && variables.values().stream().allMatch(Declaration::kept);
  }
}
