package org.orrery.kernel.shell;

import java.util.Objects;

/**
 * One cell to evaluate.
 *
 * @param number the execution count shown beside it, from 1
 * @param code its Java source
 */
public record Cell(int number, String code) {

  public Cell {
    Objects.requireNonNull(code, "code");
  }
}
