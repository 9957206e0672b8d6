package org.dflib.jjava.jupyter.kernel.display;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Which forms of a value are asked for, and where to put them. */
public final class RenderContext
    extends io.github.spencerpark.jupyter.kernel.display.RenderContext {

  private final Renderer renderer;
  private final DisplayData out;

  RenderContext(
      Set<io.github.spencerpark.jupyter.kernel.display.mime.MIMEType> requested,
      Renderer renderer,
      Map<String, Object> params,
      DisplayData out) {
    super(requested, renderer, params, out);
    this.renderer = renderer;
    this.out = out;
  }

  @Override
  public Renderer getRenderer() {
    return renderer;
  }

  @Override
  public DisplayData getOutputContainer() {
    return out;
  }

  /** Whether this form is asked for. */
  public boolean wantsDataRenderedAs(MIMEType type) {
    return super.wantsDataRenderedAs(type);
  }

  /** Lets {@code render} put a form there, if it is asked for. */
  public boolean renderIfRequested(
      MIMEType supported,
      BiConsumer<
              io.github.spencerpark.jupyter.kernel.display.mime.MIMEType,
              io.github.spencerpark.jupyter.kernel.display.DisplayData>
          render) {
    return super.renderIfRequested(supported, render);
  }

  /** Puts the form that {@code render} makes there, if it is asked for. */
  public boolean renderIfRequested(
      MIMEType supported,
      Function<io.github.spencerpark.jupyter.kernel.display.mime.MIMEType, Object> render) {
    return super.renderIfRequested(supported, render);
  }

  /** Puts the form that {@code render} makes there, if it is asked for. */
  public boolean renderIfRequested(MIMEType supported, Supplier<Object> render) {
    return super.renderIfRequested(supported, render);
  }
}
