package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a ridge probe chooses its lambda.
 *
 * <pre>{@code
 * Probe.linear().choosing(LambdaChoice.onValidation())             // the default
 * Probe.linear().choosing(LambdaChoice.overClipFolds(5))           // train and validation clips, in 5 folds
 * Probe.linear().choosing(LambdaChoice.leavingOneClipOut().among(0.1, 1, 10))
 * }</pre>
 *
 * Folds are of whole clips, in their order, as scikit-learn's KFold makes them of the clips; the
 * lambda with the least squared error over all held-out samples is then fitted on both parts
 * together. The test part is never looked at.
 *
 * @param folds 0 for the validation part, {@link Integer#MAX_VALUE} for one fold a clip
 * @param lambdas the candidates, each above 0
 */
public record LambdaChoice(int folds, List<Double> lambdas) {
  private static final List<Double> DECADES =
      IntStream.rangeClosed(-4, 4).mapToObj(e -> Math.pow(10, e)).toList();

  /** Refuses one fold, no candidates, and candidates that are not above 0. */
  public LambdaChoice {
    lambdas = List.copyOf(lambdas);
    if (folds < 0 || folds == 1) {
      throw new IllegalArgumentException(
          "folds: expected 2 or more (0 for the validation part), came " + folds);
    }
    if (lambdas.isEmpty() || !lambdas.stream().allMatch(l -> l > 0 && Double.isFinite(l))) {
      throw new IllegalArgumentException(
          "lambdas: expected finite numbers above 0, came " + lambdas);
    }
  }

  /** Fitted on the train part, chosen by the validation part, among 10^-4 to 10^4. */
  public static LambdaChoice onValidation() {
    return new LambdaChoice(0, DECADES);
  }

  /** Chosen by cross-validation over folds of clips of both parts. */
  public static LambdaChoice overClipFolds(int folds) {
    return new LambdaChoice(folds, DECADES);
  }

  /** One fold a clip. */
  public static LambdaChoice leavingOneClipOut() {
    return new LambdaChoice(Integer.MAX_VALUE, DECADES);
  }

  /** The same choice among other candidates. */
  public LambdaChoice among(double... candidates) {
    return new LambdaChoice(folds, Arrays.stream(candidates).boxed().toList());
  }

  /** The fold of every sample, from its clip. */
  int[] foldOf(int[] clips) {
    int[] ordered = Arrays.stream(clips).distinct().sorted().toArray();
    int k = Math.min(folds, ordered.length);
    if (k < 2) {
      throw new IllegalArgumentException(
          "cross-validation needs 2 clips or more in train and validation part; received "
              + ordered.length);
    }
    int[] foldOfClip = new int[ordered.length];
    for (int i = 0, fold = 0, end = size(ordered.length, k, 0); i < ordered.length; i++) {
      while (i >= end) {
        end += size(ordered.length, k, ++fold);
      }
      foldOfClip[i] = fold;
    }
    return Arrays.stream(clips)
        .map(clip -> foldOfClip[Arrays.binarySearch(ordered, clip)])
        .toArray();
  }

  private static int size(int clips, int folds, int fold) {
    return clips / folds + (fold < clips % folds ? 1 : 0);
  }
}
