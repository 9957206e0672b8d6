package io.github.spencerpark.jupyter.kernel.display;

import org.orrery.kernel.display.Display;

/** Shows things below the cell. */
public final class DisplayStream {

  /** Shows {@code data}; it can be updated by the identity it then has. */
  public void display(DisplayData data) {
    data.setDisplayId(Display.display(data.bundle()));
  }

  /** Shows {@code data} in the place of what was displayed as {@code id}. */
  public void updateDisplay(String id, DisplayData data) {
    Display.update(id, data.bundle());
  }

  /** Shows {@code data} in the place of what was displayed with its identity. */
  public void updateDisplay(DisplayData data) {
    updateDisplay(data.getDisplayId(), data);
  }
}
