package org.orrery.kernel.display;

import java.io.IOException;

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
   * The line that the reader answers to {@code prompt}.
   *
   * @param password whether what the reader types stays hidden
   * @throws IOException when there is nobody to ask, or the cell is interrupted meanwhile
   */
  default String ask(String prompt, boolean password) throws IOException {
    throw new IOException(
        "\"%s\" was asked, but nobody answers questions here: give the value in the code"
            .formatted(prompt));
  }

  /** Puts {@code code} where the reader writes next, as a proposal; nothing where nobody writes. */
  default void proposeNextInput(String code) {}

  /**
   * This channel, kept to the cell of the calling thread, whichever thread uses it later. By
   * default the channel itself.
   */
  default DisplayChannel ofThisCell() {
    return this;
  }
}
