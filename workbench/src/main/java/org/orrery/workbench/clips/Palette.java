package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most 256 colours for a clip: its own if they are no more, else those of a median cut
 * (Heckbert, Color image quantization for frame buffer display, SIGGRAPH 1982) over colours of 5
 * bits a channel.
 */
final class Palette {
  private static final int MOST = 256;
  private static final int COARSE = 1 << 15;

  private final int channels;
  private final List<Integer> colours;
  private final Map<Integer, Integer> exact;
  private final byte[] nearest;

  private Palette(
      int channels, List<Integer> colours, Map<Integer, Integer> exact, byte[] nearest) {
    this.channels = channels;
    this.colours = colours;
    this.exact = exact;
    this.nearest = nearest;
  }

  static Palette of(Clip clip) {
    Map<Integer, Integer> exact = new HashMap<>();
    List<Integer> colours = new ArrayList<>();
    long[] counts = new long[COARSE];
    int area = clip.height() * clip.width();
    for (int t = 0; t < clip.frames(); t++) {
      byte[] frame = clip.frame(t);
      for (int i = 0; i < area; i++) {
        int colour = colour(frame, i, clip.channels());
        counts[coarse(colour)]++;
        if (colours.size() <= MOST && exact.putIfAbsent(colour, colours.size()) == null) {
          colours.add(colour);
        }
      }
    }
    return colours.size() <= MOST
        ? new Palette(clip.channels(), colours, exact, new byte[0])
        : cut(clip.channels(), counts);
  }

  /** Red, green and blue of every colour, filled up to {@code size} colours with black. */
  byte[] table(int size) {
    byte[] table = new byte[3 * size];
    for (int i = 0; i < colours.size(); i++) {
      table[3 * i] = (byte) (colours.get(i) >> 16);
      table[3 * i + 1] = (byte) (colours.get(i) >> 8);
      table[3 * i + 2] = (byte) (int) colours.get(i);
    }
    return table;
  }

  /** The index of every pixel's colour. */
  byte[] indices(byte[] frame) {
    byte[] indices = new byte[frame.length / channels];
    for (int i = 0; i < indices.length; i++) {
      int colour = colour(frame, i, channels);
      indices[i] = nearest.length > 0 ? nearest[coarse(colour)] : (byte) (int) exact.get(colour);
    }
    return indices;
  }

  private static Palette cut(int channels, long[] counts) {
    int[] present =
        java.util.stream.IntStream.range(0, COARSE).filter(c -> counts[c] > 0).toArray();
    List<int[]> boxes = new ArrayList<>(List.of(present));
    while (boxes.size() < MOST) {
      int[] widest =
          boxes.stream()
              .filter(box -> box.length > 1)
              .max(Comparator.comparingLong(box -> weight(box, counts) * spread(box, axis(box))))
              .orElse(null);
      if (widest == null) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(halves(widest, counts));
    }
    List<Integer> colours = new ArrayList<>();
    byte[] nearest = new byte[COARSE];
    for (int[] box : boxes) {
      for (int colour : box) {
        nearest[colour] = (byte) colours.size();
      }
      colours.add(mean(box, counts));
    }
    return new Palette(channels, colours, Map.of(), nearest);
  }

  private static List<int[]> halves(int[] box, long[] counts) {
    int axis = axis(box);
    int[] sorted =
        Arrays.stream(box)
            .boxed()
            .sorted(Comparator.comparingInt(c -> level(c, axis)))
            .mapToInt(c -> c)
            .toArray();
    long half = weight(box, counts) / 2;
    int split = 0;
    for (long sum = 0; split < sorted.length - 1 && sum <= half; split++) {
      sum += counts[sorted[split]];
    }
    split = Math.max(1, Math.min(split, sorted.length - 1));
    return List.of(Arrays.copyOf(sorted, split), Arrays.copyOfRange(sorted, split, sorted.length));
  }

  private static int axis(int[] box) {
    int widest = 0;
    for (int axis = 1; axis < 3; axis++) {
      widest = spread(box, axis) > spread(box, widest) ? axis : widest;
    }
    return widest;
  }

  private static int spread(int[] box, int axis) {
    int low = 31;
    int high = 0;
    for (int colour : box) {
      low = Math.min(low, level(colour, axis));
      high = Math.max(high, level(colour, axis));
    }
    return high - low;
  }

  private static long weight(int[] box, long[] counts) {
    return Arrays.stream(box).mapToLong(c -> counts[c]).sum();
  }

  private static int mean(int[] box, long[] counts) {
    int colour = 0;
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int c : box) {
        sum += counts[c] * (level(c, axis) * 8.0 + 3.5);
      }
      colour = colour << 8 | (int) Math.round(sum / weight(box, counts));
    }
    return colour;
  }

  private static int level(int coarse, int axis) {
    return coarse >> 5 * (2 - axis) & 31;
  }

  private static int coarse(int colour) {
    return (colour >> 19 & 31) << 10 | (colour >> 11 & 31) << 5 | colour >> 3 & 31;
  }

  private static int colour(byte[] frame, int i, int channels) {
    int area = frame.length / channels;
    int r = frame[i] & 0xff;
    return channels == 1
        ? r << 16 | r << 8 | r
        : r << 16 | (frame[area + i] & 0xff) << 8 | frame[2 * area + i] & 0xff;
  }
}
