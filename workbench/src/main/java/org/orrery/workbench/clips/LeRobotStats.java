package org.orrery.workbench.clips;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.ParquetWriter.Stored;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What meta/stats.json of a LeRobot v3 folder says: least, most, mean, standard deviation (of the
 * population), quantiles and count of each component of each column, and of each colour of the
 * camera. Colours are from 0 to 1, shape [3, 1, 1], their least, most and quantiles to a level of
 * 255.
 */
final class LeRobotStats {
  static final String FILE = "meta/stats.json";
  private static final double[] QUANTILES = {0.01, 0.1, 0.5, 0.9, 0.99};

  private final long[][] levels = new long[3][256];
  private long frames;

  /** Counts the colours of a clip; a grey one has three alike. */
  void count(Clip clip) {
    int pixels = clip.height() * clip.width();
    byte[] frame = new byte[clip.channels() * pixels];
    for (int t = 0; t < clip.frames(); t++) {
      clip.frame(t, frame, 0);
      for (int c = 0; c < 3; c++) {
        int from = clip.channels() == 3 ? c * pixels : 0;
        for (int i = from; i < from + pixels; i++) {
          levels[c][frame[i] & 0xff]++;
        }
      }
    }
    frames += clip.frames();
  }

  String json(String camera, List<Stored> columns) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode stats = json.createObjectNode();
    colours(stats.putObject(camera));
    for (Stored stored : columns) {
      ParquetColumn column = stored.column();
      int rows = column.rows();
      int k = column.starts()[rows] / rows;
      ObjectNode one = stats.putObject(column.name());
      for (int component = 0; component < k; component++) {
        int c = component;
        double[] values =
            IntStream.range(0, rows).mapToDouble(i -> column.numbers()[i * k + c]).toArray();
        put(one, values);
      }
      one.putArray("count").add(rows);
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(stats);
  }

  private static void put(ObjectNode one, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    list(one, "min").add(sorted[0]);
    list(one, "max").add(sorted[sorted.length - 1]);
    list(one, "mean").add(mean);
    list(one, "std").add(Math.sqrt(square));
    for (double quantile : QUANTILES) {
      double place = quantile * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      double value = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
      list(one, name(quantile)).add(value);
    }
  }

  private void colours(ObjectNode one) {
    for (long[] counts : levels) {
      long n = Arrays.stream(counts).sum();
      double mean = IntStream.range(0, 256).mapToDouble(v -> (double) counts[v] * v).sum() / n;
      double square =
          IntStream.range(0, 256).mapToDouble(v -> counts[v] * (v - mean) * (v - mean)).sum() / n;
      colour(one, "min", level(counts, 1));
      colour(one, "max", level(counts, n));
      colour(one, "mean", mean);
      colour(one, "std", Math.sqrt(square));
      for (double quantile : QUANTILES) {
        colour(one, name(quantile), level(counts, Math.max(1, (long) Math.ceil(quantile * n))));
      }
    }
    one.putArray("count").add(frames);
  }

  /** The level of the {@code rank}-th pixel, counted from the darkest. */
  private static int level(long[] counts, long rank) {
    long passed = 0;
    for (int v = 0; v < counts.length; v++) {
      passed += counts[v];
      if (passed >= rank) {
        return v;
      }
    }
    return counts.length - 1;
  }

  private static void colour(ObjectNode one, String name, double value) {
    list(one, name).addArray().addArray().add(value / 255);
  }

  private static ArrayNode list(ObjectNode one, String name) {
    return one.withArrayProperty(name);
  }

  private static String name(double quantile) {
    return "q%02d".formatted(Math.round(100 * quantile));
  }
}
