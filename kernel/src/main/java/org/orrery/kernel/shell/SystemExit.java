package org.orrery.kernel.shell;

/** Thrown where a cell calls {@code System.exit}. */
final class SystemExit extends Error {

  private static final long serialVersionUID = 1L;

  SystemExit(int status) {
    super(
        "System.exit(%d) in a cell would end the kernel: the cell ends here instead; shut the kernel down to leave"
            .formatted(status));
  }
}
