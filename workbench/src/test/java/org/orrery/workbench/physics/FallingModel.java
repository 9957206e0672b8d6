package org.orrery.workbench.physics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.checkpoints.Card;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.Condition;
import org.orrery.workbench.models.Direction;
import org.orrery.workbench.models.Imagine;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.ModelConfig;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.worlds.BouncingBall;

/**
 * A linear world model by construction: its latents are place and velocity of a ball, the gravity
 * if it keeps that, and further numbers that swing on their own, which it takes to stay; all of
 * like size and mixed by a reflection. It falls exactly, without walls, and paints a disc.
 *
 * @param keepsGravity whether a latent holds the clip's gravity; without, the model falls at 6.5
 */
record FallingModel(boolean keepsGravity) implements WorldModel {
  private static final int D = 64;
  private static final double STEP = 1 / BouncingBall.FPS;
  private static final double[] SCALE = {2, 2, 5, 5, 3};
  private static final double[] NORMAL = normal();

  @Override
  public INDArray encode(Clip clip) {
    SplittableRandom random = new SplittableRandom(clip.id().hashCode());
    double[] phase = random.doubles(D, 0, 2 * Math.PI).toArray();
    double[] rate = random.doubles(D, 0.1, 0.4).toArray();
    double[][] latents = new double[clip.frames()][];
    for (int t = 0; t < latents.length; t++) {
      double[] z = new double[D];
      for (int j = 5; j < D; j++) {
        z[j] = 1.4 * Math.sin(phase[j] + rate[j] * t);
      }
      for (int j = 0; j < 2; j++) {
        z[j] = (clip.variable("position").at(t, j) - 3.2) / SCALE[j];
        z[2 + j] = clip.variable("velocity").at(t, j) / SCALE[2 + j];
      }
      if (keepsGravity) {
        z[4] = (clip.variable("gravity").at(t, 0) - 6.5) / SCALE[4];
      }
      latents[t] = mixed(z);
    }
    return Nd4j.create(latents);
  }

  @Override
  public INDArray encode(ClipSet clips) {
    return Nd4j.stack(0, clips.stream().map(this::encode).toArray(INDArray[]::new));
  }

  @Override
  public INDArray rollout(INDArray given, int steps) {
    double[][][] imagined = new double[(int) given.size(0)][steps][];
    for (int n = 0; n < imagined.length; n++) {
      double[] z = mixed(given.slice(n).getRow(given.size(1) - 1).toDoubleVector());
      for (int k = 0; k < steps; k++) {
        double gravity = keepsGravity ? 6.5 + SCALE[4] * z[4] : 6.5;
        double fall = SCALE[3] * z[3] * STEP + gravity * STEP * STEP / 2;
        z[0] += SCALE[2] * z[2] * STEP / SCALE[0];
        z[1] += fall / SCALE[1];
        z[3] += gravity * STEP / SCALE[3];
        imagined[n][k] = mixed(z);
      }
    }
    return Nd4j.create(imagined);
  }

  @Override
  public INDArray decode(INDArray latents) {
    float[][][] frames = new float[(int) latents.size(0)][64][64];
    for (int n = 0; n < frames.length; n++) {
      double[] z = mixed(latents.getRow(n).toDoubleVector());
      double x = 10 * (3.2 + SCALE[0] * z[0]);
      double y = 10 * (3.2 + SCALE[1] * z[1]);
      for (int i = 0; i < 64 * 64; i++) {
        double edge = 4.5 - Math.hypot(i % 64 + 0.5 - x, i / 64 + 0.5 - y);
        frames[n][i / 64][i % 64] = (float) Math.max(0, Math.min(1, edge + 0.5));
      }
    }
    return Nd4j.create(frames);
  }

  /** The direction of a number that means nothing, the same for every latent of a window. */
  static Direction meaningless(int window) {
    double[] z = new double[D];
    z[10] = 5;
    double[][] rows = new double[window][];
    Arrays.fill(rows, mixed(z));
    return new Direction("nothing", rows);
  }

  /** A reflection: its own inverse. */
  private static double[] mixed(double[] z) {
    double along = 0;
    for (int j = 0; j < D; j++) {
      along += NORMAL[j] * z[j];
    }
    double[] mixed = new double[D];
    for (int j = 0; j < D; j++) {
      mixed[j] = z[j] - 2 * along * NORMAL[j];
    }
    return mixed;
  }

  private static double[] normal() {
    double[] normal = new SplittableRandom(3).doubles(D, -1, 1).toArray();
    double length = Math.sqrt(Arrays.stream(normal).map(v -> v * v).sum());
    return Arrays.stream(normal).map(v -> v / length).toArray();
  }

  @Override
  public Card card() {
    return new Card("falling", "jepa", Map.of(), 0, List.of(), "", "Apache-2.0");
  }

  @Override
  public ModelConfig config() {
    return JepaConfig.tiny();
  }

  @Override
  public List<Condition> conditions() {
    return List.of();
  }

  @Override
  public INDArray rollout(INDArray given, int steps, INDArray conditions) {
    return rollout(given, steps);
  }

  @Override
  public Imagine imagine(Clip clip) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FineTune fineTune(ClipSet clips) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WorldModel untrained() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WorldModel copy() {
    return this;
  }

  @Override
  public WorldModel measured(Map<String, Double> metrics) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WorldModel licensed(String spdx) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(Path checkpoint, String name, String madeBy) {
    throw new UnsupportedOperationException();
  }
}
