package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Methods and types that cells have declared and that do not compile now: they name a type that is
 * not there yet, or what they were made for has changed. They come back when a later cell brings
 * what they wait for.
 */
final class WaitingMembers {

  private final Map<String, Piece.Member> members = new LinkedHashMap<>();

  /** Takes a new member that names {@code missing}, which no cell has declared. */
  void add(Piece.Member member, String missing) {
    if (!member.equals(members.put(member.identity(), member))) {
      System.err.printf("note: %s can be used once %s is declared%n", nameOf(member), missing);
    }
  }

  /** Takes a member that a change has broken. */
  void addBroken(Piece.Member member, String why) {
    members.put(member.identity(), member);
    System.err.printf(
        "note: %s no longer compiles and waits until it does: %s%n", nameOf(member), why);
  }

  /** From here on {@code member} waits no more: it is declared. */
  void arrived(Piece.Member member) {
    members.remove(member.identity());
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void clear() {
    members.clear();
  }

  /**
   * Hands the waiting members, those of one cell at a time, to {@code compile} after a cell of
   * {@code pieces}, as long as any of them arrives; those of the cell itself have just been tried.
   */
  void retry(List<Piece> pieces, Consumer<List<Piece.Member>> compile) {
    var mayHelp = pieces.stream().anyMatch(WaitingMembers::bringsNames);
    var before = members.size() + 1;
    while (mayHelp && !members.isEmpty() && members.size() < before) {
      before = members.size();
      var ofCells = new LinkedHashMap<Cell, List<Piece.Member>>();
      for (var member : members.values()) {
        ofCells.computeIfAbsent(member.cell(), cell -> new ArrayList<>()).add(member);
      }
      ofCells.values().forEach(compile);
    }
  }

  private static boolean bringsNames(Piece piece) {
    return piece instanceof Piece.Member
        || piece instanceof Piece.Import
        || piece instanceof Piece.Variables;
  }

  private static String nameOf(Piece.Member member) {
    return member.identity().replaceFirst("^type ", "");
  }
}
