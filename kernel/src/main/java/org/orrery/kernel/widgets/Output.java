package org.orrery.kernel.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.display.Display;

/**
 * A place on the page for what is printed and displayed, which a cell fills, clears and fills
 * again.
 *
 * <pre>{@code
 * var log = Widgets.output();
 * display(log);
 * log.capture(() -> System.out.println("in the box"));
 * log.show(chart);              // the chart alone, in its place
 * }</pre>
 *
 * <p>What is captured is collected by the front end, which tells the kernel of it a moment later;
 * what is shown, appended or cleared is set by the kernel. So use one widget for the one or for the
 * other: what is appended right after a capture may be lost to it.
 */
public final class Output extends OutputModel {

  /** An empty one. */
  public Output() {}

  /** A piece of a cell, as {@link #capture} takes it. */
  @FunctionalInterface
  public interface Block<E extends Exception> {

    /** Does its work. */
    void run() throws E;
  }

  /**
   * Runs {@code block} at once; what it prints and displays on this thread appears in this widget.
   * A thread that the block starts prints there only until the block ends. Without a front end
   * everything goes where it went before.
   *
   * @throws E what the block throws
   */
  public <E extends Exception> void capture(Block<E> block) throws E {
    wiring().open();
    var parent = Comms.ofThisKernel().channel().parent();
    if (parent.isEmpty()) {
      block.run();
      return;
    }
    var before = msgId();
    flush();
    msgId(parent.get());
    try {
      block.run();
    } finally {
      flush();
      msgId(before);
    }
  }

  /**
   * Shows {@code value} alone, as the value of a cell is shown, in one step that does not flicker.
   */
  public Output show(Object value) {
    return outputs(List.of(displayed(value)));
  }

  /** Shows {@code value} below what is there. */
  public Output append(Object value) {
    return append(displayed(value));
  }

  /** Prints {@code text} and a line break below what is there. */
  public Output println(String text) {
    return append(Map.of("output_type", "stream", "name", "stdout", "text", text + "\n"));
  }

  /** Takes away what is there. */
  public Output clear() {
    return outputs(List.of());
  }

  private Output append(Map<String, Object> output) {
    change(
        "outputs",
        before -> {
          var more = new ArrayList<Object>((List<?>) before);
          more.add(output);
          return List.copyOf(more);
        });
    return this;
  }

  private static Map<String, Object> displayed(Object value) {
    var bundle = Display.render(value);
    var output = new LinkedHashMap<String, Object>();
    output.put("output_type", "display_data");
    output.put("data", bundle.data());
    output.put("metadata", bundle.metadata());
    return output;
  }

  private static void flush() {
    System.out.flush();
    System.err.flush();
  }
}
