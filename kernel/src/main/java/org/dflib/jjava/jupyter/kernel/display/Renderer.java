package org.dflib.jjava.jupyter.kernel.display;

import java.util.Map;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Registers how values look, and renders them. */
public final class Renderer extends io.github.spencerpark.jupyter.kernel.display.Renderer {

  /** Made once for each kernel. */
  public Renderer() {}

  @Override
  public <T> RenderRegistration<T> createRegistration(Class<T> type) {
    return new RenderRegistration<>(type);
  }

  @Override
  public DisplayData render(Object value) {
    return own(super.render(value));
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> params) {
    return own(super.render(value, params));
  }

  @Override
  public DisplayData renderAs(Object value, String... types) {
    return own(super.renderAs(value, types));
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> params, String... types) {
    return own(super.renderAs(value, params, types));
  }

  @Override
  protected DisplayData newDisplayData() {
    return new DisplayData();
  }

  @Override
  protected RenderContext newContext(
      Set<io.github.spencerpark.jupyter.kernel.display.mime.MIMEType> requested,
      Map<String, Object> params,
      io.github.spencerpark.jupyter.kernel.display.DisplayData out) {
    return new RenderContext(requested, this, params, (DisplayData) out);
  }

  private static DisplayData own(io.github.spencerpark.jupyter.kernel.display.DisplayData data) {
    return data instanceof DisplayData own ? own : new DisplayData(data.bundle());
  }

  /** Says how values of a type look, word by word. */
  public final class RenderRegistration<T>
      extends io.github.spencerpark.jupyter.kernel.display.Renderer.RenderRegistration<T> {

    private RenderRegistration(Class<? extends T> type) {
      super(type);
    }

    /** Forms that can be asked for. */
    public RenderRegistration<T> supporting(MIMEType... forms) {
      super.supporting(forms);
      return this;
    }

    @Override
    public RenderRegistration<T> supporting(String... forms) {
      super.supporting(forms);
      return this;
    }

    /** Forms to show when nobody asks for others. */
    public RenderRegistration<T> preferring(MIMEType... forms) {
      super.preferring(forms);
      return this;
    }

    @Override
    public RenderRegistration<T> preferring(String... forms) {
      super.preferring(forms);
      return this;
    }

    @Override
    public RenderRegistration<T> onType(Class<? extends T> type) {
      super.onType(type);
      return this;
    }

    /** They look as {@code function} says, from now on. */
    public void register(RenderFunction<T> function) {
      super.register(function);
    }
  }
}
