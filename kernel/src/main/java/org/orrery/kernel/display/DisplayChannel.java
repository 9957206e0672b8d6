package org.orrery.kernel.display;

/**
 * Where displays go: the running kernel installs one with {@link Display#connect}. Called on the
 * thread that displays, so that the channel can tell which cell it belongs to.
 */
public interface DisplayChannel {

  /** Shows {@code bundle} as a new display that {@code id} can update later. */
  void display(String id, MimeBundle bundle);

  /** Shows {@code bundle} in the place of everything displayed as {@code id}. */
  void update(String id, MimeBundle bundle);

  /**
   * Clears the output of the cell.
   *
   * @param wait whether to clear only once the next output comes, so that nothing flickers
   */
  void clear(boolean wait);

  /**
   * This channel, kept to the cell of the calling thread, whichever thread uses it later. By
   * default the channel itself.
   */
  default DisplayChannel ofThisCell() {
    return this;
  }
}
