package org.orrery.kernel.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What javac's errors tell that lets a cell compile all the same: earlier members that can no
 * longer be, types that an author's import means, members that wait for a type.
 */
record LearntFromErrors(CellPlan plan, Scope scope, Map<String, String> broken) {

  private static final String CANNOT_RESOLVE = "compiler.err.cant.resolve";
  private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";
  private static final Pattern NAMESAKES =
      Pattern.compile("both \\S+ ([\\w.]+) in ([\\w.]+) and \\S+ ([\\w.]+) in ([\\w.]+) match");
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|method|variable) (\\w+)");

  /** Whether {@code errors} taught anything, so that another round may do. */
  boolean any(List<CompileFailures.Error> errors) {
    return learnPreferred(errors) || learnBroken(errors) || learnWaiting(errors);
  }

  /** Errors in members of earlier cells mean that these can no longer be. */
  private boolean learnBroken(List<CompileFailures.Error> errors) {
    var learnt = false;
    for (var error : errors) {
      for (var member : plan.carried.values()) {
        var piece = member.piece();
        if (piece.cell().equals(error.cell())
            && piece.span().start() <= error.begin()
            && error.begin() < piece.span().end()
            && plan.facts.broken.add(piece.identity())) {
          broken.put(piece.identity(), CompileFailures.words(error).split("\n")[0]);
          learnt = true;
        }
      }
    }
    return learnt;
  }

  /** Of two types of one name, the one that the author has imported is meant. */
  private boolean learnPreferred(List<CompileFailures.Error> errors) {
    var learnt = false;
    for (var error : errors) {
      var found = NAMESAKES.matcher(error.words());
      if (error.code().equals(AMBIGUOUS) && found.find()) {
        var firstIsDefault = scope.isByDefault(found.group(2));
        if (firstIsDefault != scope.isByDefault(found.group(4))) {
          var meant = firstIsDefault ? found.group(3) : found.group(1);
          learnt |= plan.facts.preferred.add("import " + meant + ";");
        }
      }
    }
    return learnt;
  }

  /**
   * When nothing is wrong but that members name types which are not there, these members can wait
   * for them: a later cell may bring them.
   */
  private boolean learnWaiting(List<CompileFailures.Error> errors) {
    var waiting = new LinkedHashMap<String, String>();
    for (var error : errors) {
      var missing = missing(error);
      var member =
          plan.declared.stream()
              .filter(one -> one.cell().equals(error.cell()))
              .filter(one -> one.span().start() <= error.begin())
              .filter(one -> error.begin() < one.span().end())
              .findFirst();
      if (missing.isEmpty() || member.isEmpty()) {
        return false;
      }
      waiting.putIfAbsent(member.get().identity(), missing.get());
    }
    plan.facts.waiting.putAll(waiting);
    return true;
  }

  /** The type that {@code error} says is missing, or the member that waits itself. */
  private Optional<String> missing(CompileFailures.Error error) {
    var found = SYMBOL.matcher(error.words());
    if (!error.code().startsWith(CANNOT_RESOLVE) || !found.find()) {
      return Optional.empty();
    }
    var name = found.group(2);
    var waits =
        plan.facts.waiting.keySet().stream()
            .anyMatch(one -> one.equals("type " + name) || one.startsWith(name + "("));
    // A type before a dot is a variable to javac, as long as nobody knows it.
    var isType = found.group(1).equals("class") || Character.isUpperCase(name.charAt(0));
    return isType || waits ? Optional.of(name) : Optional.empty();
  }
}
