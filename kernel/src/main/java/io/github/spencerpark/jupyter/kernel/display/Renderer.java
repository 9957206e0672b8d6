package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.kernel.display.Display;

/**
 * Registers how values look, and renders them. What is registered here holds for every display of
 * the notebook.
 */
public class Renderer {

  private record Look<T>(
      Class<? extends T> type,
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      RenderFunction<T> function) {}

  private final List<Look<?>> looks = new ArrayList<>();

  /** Made once for each kernel. */
  public Renderer() {}

  /** Begins to say how values of {@code type} look. */
  public <T> RenderRegistration<T> createRegistration(Class<T> type) {
    return new RenderRegistration<>(type);
  }

  /** How values of {@code types} look from now on. */
  public synchronized <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    for (var type : types) {
      looks.removeIf(look -> look.type() == type);
      looks.add(new Look<>(type, supported, preferred, function));
      Display.register(type, value -> render(value).bundle());
    }
  }

  /** What {@code value} looks like. */
  public DisplayData render(Object value) {
    return render(value, Map.of());
  }

  /** What {@code value} looks like, with parameters for what renders it. */
  public DisplayData render(Object value, Map<String, Object> params) {
    if (value instanceof DisplayData data) {
      return data;
    }
    if (value instanceof DisplayDataRenderable own) {
      var out = newDisplayData();
      own.render(context(own.getPreferredRenderTypes(), params, out));
      return withText(out, value);
    }
    var look = lookOf(value);
    return look == null
        ? new DisplayData(Display.render(value))
        : drawn(look, value, look.preferred(), params);
  }

  /** What {@code value} looks like in the forms named. */
  public DisplayData renderAs(Object value, String... types) {
    return renderAs(value, Map.of(), types);
  }

  /** What {@code value} looks like in the forms named, with parameters for what renders it. */
  public DisplayData renderAs(Object value, Map<String, Object> params, String... types) {
    var wanted = new LinkedHashSet<MIMEType>();
    Arrays.stream(types).map(MIMEType::parse).forEach(wanted::add);
    if (value instanceof DisplayDataRenderable own) {
      var out = newDisplayData();
      own.render(context(wanted, params, out));
      return withText(out, value);
    }
    var look = lookOf(value);
    return look == null
        ? new DisplayData(Display.render(value, types))
        : drawn(look, value, wanted, params);
  }

  /** Where forms go; another family of kernels has its own kind. */
  protected DisplayData newDisplayData() {
    return new DisplayData();
  }

  /** The context to render in; another family of kernels has its own kind. */
  protected RenderContext newContext(
      Set<MIMEType> requested, Map<String, Object> params, DisplayData out) {
    return new RenderContext(requested, this, params, out);
  }

  private RenderContext context(
      Set<MIMEType> requested, Map<String, Object> params, DisplayData out) {
    var withText = new LinkedHashSet<>(requested);
    withText.add(MIMEType.TEXT_PLAIN);
    return newContext(withText, new LinkedHashMap<>(params), out);
  }

  @SuppressWarnings("unchecked") // the look was found by the value's type
  private <T> DisplayData drawn(
      Look<T> look, Object value, Set<MIMEType> wanted, Map<String, Object> params) {
    var out = newDisplayData();
    look.function().render((T) value, context(wanted, params, out));
    return withText(out, value);
  }

  private static DisplayData withText(DisplayData out, Object value) {
    if (!out.hasDataForType(MIMEType.TEXT_PLAIN)) {
      out.putText(String.valueOf(value));
    }
    return out;
  }

  /** The look of the most specific type. */
  private synchronized Look<?> lookOf(Object value) {
    Look<?> best = null;
    for (var look : looks) {
      if (look.type().isInstance(value)
          && (best == null || best.type().isAssignableFrom(look.type()))) {
        best = look;
      }
    }
    return best;
  }

  /** Says how values of a type look, word by word. */
  public class RenderRegistration<T> {

    private final Set<MIMEType> supported = new LinkedHashSet<>();
    private final Set<MIMEType> preferred = new LinkedHashSet<>();
    private final Set<Class<? extends T>> types = new LinkedHashSet<>();

    /** For values of {@code type}. */
    protected RenderRegistration(Class<? extends T> type) {
      types.add(type);
    }

    /** Forms that can be asked for. */
    public RenderRegistration<T> supporting(MIMEType... forms) {
      supported.addAll(Arrays.asList(forms));
      return this;
    }

    /** Forms that can be asked for. */
    public RenderRegistration<T> supporting(String... forms) {
      return supporting(parsed(forms));
    }

    /** Forms to show when nobody asks for others. */
    public RenderRegistration<T> preferring(MIMEType... forms) {
      preferred.addAll(Arrays.asList(forms));
      return supporting(forms);
    }

    /** Forms to show when nobody asks for others. */
    public RenderRegistration<T> preferring(String... forms) {
      return preferring(parsed(forms));
    }

    /** For values of {@code type} as well. */
    public RenderRegistration<T> onType(Class<? extends T> type) {
      types.add(type);
      return this;
    }

    /** They look as {@code function} says, from now on. */
    public void register(RenderFunction<T> function) {
      var can = supported.isEmpty() ? Set.of(MIMEType.ANY) : supported;
      Renderer.this.register(can, preferred.isEmpty() ? can : preferred, types, function);
    }

    private static MIMEType[] parsed(String... forms) {
      return Arrays.stream(forms).map(MIMEType::parse).toArray(MIMEType[]::new);
    }
  }
}
