package org.orrery.workbench.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.probes.Embedding;

/**
 * A model's latents of many clips in a plane, coloured by a variable, with the paths of some clips.
 *
 * <pre>{@code
 * LatentMap.pca(model, clips).by("position", 1)      // the second component of position
 * LatentMap.pca(model, clips).by("gravity").paths(4)
 * LatentMap.tsne(model, clips.first(60)).by("gravity")
 * }</pre>
 *
 * Of very many latents some are drawn, at random from a fixed seed; latent 0 of a clip, which has
 * seen one frame only, is left out.
 */
public final class LatentMap {
  private static final int MOST_POINTS = 1500;
  private static final int MOST_FOR_TSNE = 900;
  private static final int SIDE = 460;
  private static final int MARGIN = 14;
  private static final int BAR = 12;
  private static final int ROOM = 150;

  private final ClipSet clips;
  private final int frames;
  private final int[] drawn;
  private final Embedding embedding;
  private final String variable;
  private final int component;
  private final int paths;

  private LatentMap(
      ClipSet clips,
      int frames,
      int[] drawn,
      Embedding embedding,
      String variable,
      int component,
      int paths) {
    this.clips = clips;
    this.frames = frames;
    this.drawn = drawn;
    this.embedding = embedding;
    this.variable = variable;
    this.component = component;
    this.paths = paths;
  }

  /** Along the two directions in which the latents vary most. */
  public static LatentMap pca(WorldModel model, ClipSet clips) {
    return pca(model.encode(clips), clips);
  }

  /** The same for latents [clip, time, latent] of these clips. */
  public static LatentMap pca(INDArray latents, ClipSet clips) {
    int[] all = samples(latents, Integer.MAX_VALUE);
    Embedding embedding = Embedding.pca(rows(latents, all));
    return new LatentMap(clips, (int) latents.size(1), all, embedding, "", 0, 0);
  }

  /** By t-SNE of at most {@value #MOST_FOR_TSNE} latents: neighbours stay near each other. */
  public static LatentMap tsne(WorldModel model, ClipSet clips) {
    return tsne(model.encode(clips), clips);
  }

  /** The same for latents [clip, time, latent] of these clips. */
  public static LatentMap tsne(INDArray latents, ClipSet clips) {
    int[] some = samples(latents, MOST_FOR_TSNE);
    double perplexity = Math.max(2, Math.min(30, (some.length - 1) / 4.0));
    Embedding embedding = Embedding.tsne(rows(latents, some), perplexity, 750);
    return new LatentMap(clips, (int) latents.size(1), some, embedding, "", 0, 0);
  }

  /** Coloured by the first component of a variable. */
  public LatentMap by(String name) {
    return by(name, 0);
  }

  /** Coloured by one component of a variable. */
  public LatentMap by(String name, int which) {
    Variable first = clips.get(0).variable(name);
    if (which < 0 || which >= first.components().size()) {
      throw new IllegalArgumentException(
          "variable %s has components %s; component %d was asked for: choose 0 to %d"
              .formatted(name, first.components(), which, first.components().size() - 1));
    }
    return new LatentMap(clips, frames, drawn, embedding, name, which, paths);
  }

  /** With the paths of the first {@code n} clips, whose points are all drawn. */
  public LatentMap paths(int n) {
    if (drawn.length < clips.size() * (frames - 1)) {
      throw new IllegalStateException(
          "a path needs all latents of its clip, and t-SNE laid out %d of %d: use fewer clips, or LatentMap.pca(...)"
              .formatted(drawn.length, clips.size() * (frames - 1)));
    }
    return new LatentMap(
        clips, frames, drawn, embedding, variable, component, Math.min(n, clips.size()));
  }

  MimeBundle bundle() {
    return MimeBundle.html(
        "<figure style=\"margin:0;font:13px/1.5 system-ui,sans-serif\">"
            + svg()
            + "<figcaption style=\"opacity:.75\">"
            + Html.escaped(toString())
            + "</figcaption></figure>",
        toString());
  }

  private String svg() {
    Svg svg = new Svg(SIDE + ROOM, SIDE, "latents in a plane");
    double[][] xy = embedding.points();
    Square square = Square.around(xy);
    double[] values = values();
    double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    SplittableRandom random = new SplittableRandom(1);
    double share = Math.min(1, (double) MOST_POINTS / xy.length);
    for (int i = 0; i < xy.length; i++) {
      if (share == 1 || random.nextDouble() < share) {
        String colour =
            variable.isEmpty()
                ? Palette.css(0)
                : "#%06x".formatted(HeatMap.colour(values[i], low, high));
        svg.dot(
            square.x(xy[i]),
            square.y(xy[i]),
            2.2,
            "fill=\"%s\" fill-opacity=\".75\"".formatted(colour));
      }
    }
    for (int path = 0; path < paths; path++) {
      draw(svg, square, xy, path);
    }
    if (!variable.isEmpty()) {
      scale(svg, low, high);
    }
    return svg.html();
  }

  private void draw(Svg svg, Square square, double[][] xy, int clip) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < drawn.length; i++) {
      if (drawn[i] / frames == clip) {
        points.add(new double[] {drawn[i] % frames, square.x(xy[i]), square.y(xy[i])});
      }
    }
    points.sort((a, b) -> Double.compare(a[0], b[0]));
    double[] x = points.stream().mapToDouble(point -> point[1]).toArray();
    double[] y = points.stream().mapToDouble(point -> point[2]).toArray();
    svg.path(x, y, "stroke=\"currentColor\" stroke-width=\"1.6\" stroke-opacity=\".8\"");
    svg.dot(x[0], y[0], 4.5, "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"");
  }

  private void scale(Svg svg, double low, double high) {
    int steps = 60;
    double height = SIDE * 0.5 / steps;
    double top = SIDE * 0.25;
    for (int i = 0; i < steps; i++) {
      double value = high - (i + 0.5) * (high - low) / steps;
      String look = "fill=\"#%06x\"".formatted(HeatMap.colour(value, low, high));
      svg.bar(SIDE + 12, top + i * height, BAR, height + 0.6, look);
    }
    svg.text(SIDE + 12 + BAR + 6, top + 10, "", Figures.show(high));
    svg.text(SIDE + 12 + BAR + 6, top + steps * height, "", Figures.show(low));
    Variable shown = clips.get(0).variable(variable);
    svg.text(SIDE + 12, top - 24, "font-weight=\"600\"", variable);
    String which = shown.components().size() == 1 ? "" : shown.components().get(component) + " ";
    String unit = shown.unit().isEmpty() ? "" : "[" + shown.unit() + "]";
    svg.text(SIDE + 12, top - 9, "opacity=\".7\"", which + unit);
  }

  private double[] values() {
    double[] values = new double[drawn.length];
    if (!variable.isEmpty()) {
      for (int i = 0; i < drawn.length; i++) {
        values[i] =
            clips.get(drawn[i] / frames).variable(variable).at(drawn[i] % frames, component);
      }
    }
    return values;
  }

  /** Places of latents, clip * frames + time, but for latent 0 of each clip; some of very many. */
  private static int[] samples(INDArray latents, int most) {
    if (latents.rank() != 3 || latents.size(1) < 2) {
      throw new IllegalArgumentException(
          "a latent map needs latents [clip, time, latent] of 2 time steps or more; received "
              + Arrays.toString(latents.shape()));
    }
    int frames = (int) latents.size(1);
    int n = (int) latents.size(0) * (frames - 1);
    int[] order = new int[n];
    SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i / (frames - 1) * frames + 1 + i % (frames - 1);
    }
    return Arrays.copyOf(order, Math.min(n, most));
  }

  private static INDArray rows(INDArray latents, int[] places) {
    INDArray flat = latents.dup('c').reshape(-1, latents.size(2));
    return Nd4j.pullRows(flat, 1, places, 'c');
  }

  /** From the embedding's plane to the picture's. */
  private record Square(double left, double top, double span) {
    static Square around(double[][] points) {
      double[] x = Arrays.stream(points).mapToDouble(p -> p[0]).sorted().toArray();
      double[] y = Arrays.stream(points).mapToDouble(p -> p[1]).sorted().toArray();
      int last = points.length - 1;
      double span = Math.max(1e-12, Math.max(x[last] - x[0], y[last] - y[0]));
      return new Square((x[0] + x[last] - span) / 2, (y[0] + y[last] - span) / 2, span);
    }

    double x(double[] point) {
      return MARGIN + (point[0] - left) / span * (SIDE - 2 * MARGIN);
    }

    double y(double[] point) {
      return SIDE - MARGIN - (point[1] - top) / span * (SIDE - 2 * MARGIN);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d latents of %d clips by %s%s",
        drawn.length,
        clips.size(),
        embedding.method(),
        paths == 0 ? "" : "; lines: the paths of %d clips, from the ring".formatted(paths));
  }
}
