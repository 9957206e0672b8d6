package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.models.WorldModel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The shape of a model's latents, without a look at any variable.
 *
 * <pre>{@code
 * LatentSpace space = LatentSpace.of(model, clips);
 * space.effectiveRank();            // how many directions are used
 * space.intrinsicDimension();       // how many numbers it takes to say where a latent lies
 * space.similarity(LatentSpace.of(before, clips));
 * LatentSpace.compare(Map.of("before", before, "after", model), clips);       // a table
 * }</pre>
 *
 * @param latents [clip, time, latent], without latent 0, which has seen one frame only
 */
public record LatentSpace(INDArray latents) {
  private static final int DRAWS = 20;

  /** Refuses what is not [clip, time, latent]. */
  public LatentSpace {
    if (latents.rank() != 3) {
      throw new IllegalArgumentException(
          "a latent space needs latents [clip, time, latent]; received "
              + Arrays.toString(latents.shape()));
    }
  }

  /** The latents a model gives these clips. */
  public static LatentSpace of(WorldModel model, ClipSet clips) {
    INDArray all = model.encode(clips);
    return new LatentSpace(
        all.get(NDArrayIndex.all(), NDArrayIndex.interval(1, all.size(1)), NDArrayIndex.all())
            .dup('c'));
  }

  /** Several models' figures side by side, and how similar each is to the first. */
  public static Table compare(Map<String, ? extends WorldModel> models, ClipSet clips) {
    Table table =
        Table.create(
            "latents of " + clips.describe(),
            StringColumn.create("model"),
            IntColumn.create("D"),
            DoubleColumn.create("effective rank"),
            DoubleColumn.create("intrinsic dimension"),
            DoubleColumn.create("straightness"),
            DoubleColumn.create("CKA with the first"));
    LatentSpace first = null;
    for (Map.Entry<String, ? extends WorldModel> model : models.entrySet()) {
      LatentSpace space = of(model.getValue(), clips);
      first = first == null ? space : first;
      table.stringColumn("model").append(model.getKey());
      table.intColumn("D").append((int) space.latents.size(2));
      table.doubleColumn("effective rank").append(space.effectiveRank());
      table.doubleColumn("intrinsic dimension").append(space.intrinsicDimension());
      table.doubleColumn("straightness").append(space.straightness());
      table.doubleColumn("CKA with the first").append(space.similarity(first));
    }
    return table;
  }

  /** See {@link Physics#effectiveRank}. */
  public double effectiveRank() {
    return Physics.effectiveRank(latents);
  }

  /** See {@link Physics#straightness}. */
  public double straightness() {
    return Physics.straightness(latents);
  }

  /**
   * The two-nearest-neighbours estimate of the intrinsic dimension (Facco et al. 2017), which asks
   * for independent samples: one latent of every clip, drawn from a fixed seed; the mean of {@value
   * #DRAWS} draws. (All latents together would tell the dimension of their paths.) At least 20
   * clips.
   */
  public double intrinsicDimension() {
    double[][][] all = LatentArrays.of(latents);
    SplittableRandom random = new SplittableRandom(0);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[][] samples = new double[all.length][];
      for (int c = 0; c < all.length; c++) {
        samples[c] = all[c][random.nextInt(all[c].length)];
      }
      sum += TwoNearestNeighbours.dimension(samples);
    }
    return sum / DRAWS;
  }

  /**
   * Linear centred kernel alignment with another model's latents of the same clips (Kornblith et
   * al. 2019): 1 when one is a rotation and scaling of the other, 0 when no linear map connects
   * them.
   */
  public double similarity(LatentSpace other) {
    return Similarity.cka(
        latents.reshape(-1, latents.size(2)), other.latents.reshape(-1, other.latents.size(2)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "latents %s: effective rank %.1f, intrinsic dimension %.1f, straightness %.2f",
        Arrays.toString(latents.shape()),
        effectiveRank(),
        intrinsicDimension(),
        straightness());
  }
}
