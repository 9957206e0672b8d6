package org.orrery.workbench.physics;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.orrery.workbench.models.WorldModel;
import tools.jackson.databind.ObjectMapper;

/**
 * Whether an exam comes out again: the same world, seed, clips and weights, every figure compared.
 *
 * <pre>{@code
 * ExamVerification again = ExamVerification.of(Path.of("exam.json"), model, System.out::println);
 * again.ok();                     // true, or see again.toString(): a line a figure that differs
 * }</pre>
 *
 * <p>Numbers may differ by 1e-6, or by 1e-6 of the larger one if that is above 1. Times and
 * versions are not compared. On another machine sums can differ by more.
 *
 * @param file the exam as it was written
 * @param figures how many were compared
 * @param differences those that came out otherwise
 * @param note versions that differ; empty if none does
 */
public record ExamVerification(Path file, int figures, List<Difference> differences, String note) {
  private static final int SHOWN = 20;

  /**
   * One figure that came out otherwise.
   *
   * @param figure where it stands in the file, such as {@code /rollout/growth/value}
   * @param written what the file says; {@code –} if it has no such figure
   * @param measured what came out; {@code –} if nothing did
   */
  public record Difference(String figure, String written, String measured) {}

  /** Copies the list. */
  public ExamVerification {
    differences = List.copyOf(differences);
  }

  /** SHA-256 of the weights of the model that was examined; empty if it had none of its own. */
  public static String weights(Path file) {
    return ExamFile.read(file).provenance("weights, SHA-256");
  }

  /**
   * Takes the exam again.
   *
   * @throws IllegalArgumentException if the file is no exam, cannot be taken again, or this model
   *     has other weights
   */
  public static ExamVerification of(Path file, WorldModel model, Consumer<String> progress) {
    ExamFile written = ExamFile.read(file);
    ExamPlan plan = written.plan();
    String expected = written.provenance("weights, SHA-256");
    if (!expected.equals(model.card().weights())) {
      throw new IllegalArgumentException(
          "%s was taken of weights with SHA-256 %s; %s has %s: name the model that it was taken of"
              .formatted(file, expected, model.card().name(), model.card().weights()));
    }
    Exam exam =
        Physics.exam(
            model, plan.world().world(), plan.clips(), plan.seed(), plan.kinds(), progress);
    if (exam.provenance().containsKey("interrupted")) {
      throw new IllegalStateException(
          "%s was not verified: interrupted %s"
              .formatted(file, exam.provenance().get("interrupted")));
    }
    FigureTree trees = new FigureTree();
    trees.compare(written.root(), new ObjectMapper().readTree(ExamJson.of(exam)));
    return new ExamVerification(file, trees.compared(), trees.differences(), note(written, exam));
  }

  /** Whether every figure came out again. */
  public boolean ok() {
    return differences.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            ok()
                ? "%s comes out again: %,d figures within 1e-6".formatted(file, figures)
                : "%s does not come out again: %,d of %,d figures differ"
                    .formatted(file, differences.size(), figures));
    int wide = differences.stream().limit(SHOWN).mapToInt(d -> d.figure.length()).max().orElse(0);
    if (!ok()) {
      String line = "%n  %-" + Math.max(6, wide) + "s  %-24s  %s";
      text.append(line.formatted("figure", "written", "measured"));
      differences.stream()
          .limit(SHOWN)
          .forEach(d -> text.append(line.formatted(d.figure, d.written, d.measured)));
    }
    if (differences.size() > SHOWN) {
      text.append("%n  and %,d more".formatted(differences.size() - SHOWN));
    }
    return note.isEmpty() ? text.toString() : text + System.lineSeparator() + note;
  }

  private static String note(ExamFile written, Exam exam) {
    StringBuilder note = new StringBuilder();
    for (String part : List.of("Orrery", "Java")) {
      String now = exam.provenance().get(part);
      if (!written.provenance(part).equals(now)) {
        note.append(note.isEmpty() ? "" : System.lineSeparator())
            .append(
                "written by %s %s, verified by %s".formatted(part, written.provenance(part), now));
      }
    }
    return note.toString();
  }
}
