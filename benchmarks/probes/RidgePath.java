import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Split;
import org.orrery.workbench.probes.LambdaChoice;
import org.orrery.workbench.probes.Probe;
import org.orrery.workbench.probes.ProbeData;
import org.orrery.workbench.probes.Score;

/** Times a ridge path: 9 lambdas, 5 folds of clips, 50,000 x 192 latents, 16 targets. One line a run. */
public final class RidgePath {
  private static final int SAMPLES = 62_500; // 80 % of them are fitted
  private static final int D = 192;
  private static final int K = 16;
  private static final int PER_CLIP = 25;

  public static void main(String[] args) {
    Random random = new Random(1);
    float[] x = new float[SAMPLES * D];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    double[][] y = new double[SAMPLES][K];
    int[] clip = new int[SAMPLES];
    Split[] split = new Split[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      clip[i] = i / PER_CLIP;
      int place = clip[i] % 10;
      split[i] = place < 6 ? Split.TRAIN : place < 8 ? Split.VALIDATION : Split.TEST;
      for (int j = 0; j < K; j++) {
        y[i][j] = x[i * D + j] + 0.5 * x[i * D + K + j] + random.nextGaussian();
      }
    }
    ProbeData data =
        ProbeData.of(
            "path",
            Nd4j.createFromArray(x).reshape(SAMPLES, D),
            Nd4j.create(y),
            clip,
            split);
    Probe probe = Probe.linear().choosing(LambdaChoice.overClipFolds(5)).withFewClips();
    double[] seconds = new double[Integer.parseInt(args[0])];
    Score score = null;
    for (int i = -1; i < seconds.length; i++) {
      long start = System.nanoTime();
      score = probe.score(data);
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    System.out.printf(
        "orrery: %.2f s (%.2f to %.2f), R2 %.4f%n",
        seconds[seconds.length / 2], seconds[0], seconds[seconds.length - 1], score.r2());
  }
}
