package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the blobs of successive frames into tracks: of all ways to join them, the one with the
 * least sum of squared steps, where a track that is not continued costs as much as the longest
 * step.
 */
final class Linker {
  private final double longestStep;
  private final int memory;
  private final boolean predicts;
  private final List<List<Blob>> open = new ArrayList<>();
  private final List<List<Blob>> closed = new ArrayList<>();

  Linker(double longestStep, int memory, boolean predicts) {
    this.longestStep = longestStep;
    this.memory = memory;
    this.predicts = predicts;
  }

  List<Track> link(List<List<Blob>> frames) {
    for (int t = 0; t < frames.size(); t++) {
      step(t, frames.get(t));
    }
    closed.addAll(open);
    open.clear();
    return closed.stream()
        .sorted(
            (a, b) -> {
              int order = Integer.compare(a.get(0).frame(), b.get(0).frame());
              return order != 0 ? order : Integer.compare(b.size(), a.size());
            })
        .map(Track::new)
        .toList();
  }

  private void step(int t, List<Blob> blobs) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (t - last(open.get(i)).frame() > memory + 1) {
        closed.add(open.remove(i));
      }
    }
    boolean[] taken = new boolean[blobs.size()];
    int[] chosen = Hungarian.assign(costs(t, blobs));
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < blobs.size() && cost(open.get(i), t, blobs.get(chosen[i])) < limit()) {
        open.get(i).add(blobs.get(chosen[i]));
        taken[chosen[i]] = true;
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        open.add(new ArrayList<>(List.of(blobs.get(j))));
      }
    }
  }

  /** [track][blob, or one stand-in for each track that is not continued]. */
  private double[][] costs(int t, List<Blob> blobs) {
    double[][] costs = new double[open.size()][blobs.size() + open.size()];
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < costs[i].length; j++) {
        costs[i][j] =
            j < blobs.size() ? Math.min(cost(open.get(i), t, blobs.get(j)), 1e9) : limit();
      }
    }
    return costs;
  }

  private double cost(List<Blob> track, int t, Blob blob) {
    Blob last = last(track);
    double x = last.x();
    double y = last.y();
    if (predicts && track.size() > 1) {
      Blob earlier = track.get(track.size() - 2);
      double ratio = (double) (t - last.frame()) / (last.frame() - earlier.frame());
      x += (last.x() - earlier.x()) * ratio;
      y += (last.y() - earlier.y()) * ratio;
    }
    double squared = blob.squaredDistance(x, y);
    return squared < limit() ? squared : 1e9;
  }

  private double limit() {
    return longestStep * longestStep;
  }

  private static Blob last(List<Blob> track) {
    return track.get(track.size() - 1);
  }
}
