package io.github.spencerpark.jupyter.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** What every kernel of that family offers a notebook. */
public abstract class BaseKernel {

  private final Renderer renderer = new Renderer();
  private final JupyterIO io = new JupyterIO();

  /** Registers and renders looks. */
  public Renderer getRenderer() {
    return renderer;
  }

  /** The streams of the notebook. */
  public JupyterIO getIO() {
    return io;
  }

  /** Shows {@code data} below the cell. */
  public void display(DisplayData data) {
    io.display.display(data);
  }

  /** The value of {@code code}, evaluated as a cell. */
  public abstract Object evalRaw(String code) throws Exception;

  /** What the value of {@code code} looks like; null when it has none. */
  public DisplayData eval(String code) throws Exception {
    var value = evalRaw(code);
    return value == null ? null : renderer.render(value);
  }
}
