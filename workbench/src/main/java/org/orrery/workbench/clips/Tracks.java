package org.orrery.workbench.clips;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The tracks of a clip, in the order in which they begin.
 *
 * <pre>{@code
 * Tracks tracks = Tracking.of(clip).run();
 * tracks.longest().position(clip);                          // the thing that was seen most
 * tracks.lasting(20).diffusion();                           // of those seen in at least 20 frames
 * }</pre>
 *
 * @param clip the clip that was measured
 * @param list the tracks
 */
public record Tracks(Clip clip, List<Track> list) implements Iterable<Track> {

  /** Copies the list. */
  public Tracks {
    list = List.copyOf(list);
  }

  /** The number of tracks. */
  public int size() {
    return list.size();
  }

  /** The track that was seen in most frames; the first of those. */
  public Track longest() {
    return list.stream()
        .max(Comparator.comparingInt(Track::size).thenComparing(track -> -track.start()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nothing was found in clip %s: lower the threshold or the smallest area"
                        .formatted(clip.id())));
  }

  /** Only the tracks of at least {@code frames} frames. */
  public Tracks lasting(int frames) {
    return new Tracks(clip, list.stream().filter(track -> track.size() >= frames).toList());
  }

  /** The diffusion coefficient of what moves at random, with an interval over tracks. */
  public Diffusion diffusion() {
    return Diffusion.of(this);
  }

  @Override
  public Iterator<Track> iterator() {
    return list.iterator();
  }

  @Override
  public String toString() {
    return "%d tracks in clip %s%s"
        .formatted(
            size(),
            clip.id(),
            list.isEmpty() ? "" : ", the longest of %d frames".formatted(longest().size()));
  }
}
