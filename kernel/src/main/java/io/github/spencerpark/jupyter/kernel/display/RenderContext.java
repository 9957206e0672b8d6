package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which forms of a value are asked for, and where to put them. */
public class RenderContext {

  private final Set<MIMEType> requested;
  private final Renderer renderer;
  private final Map<String, Object> params;
  private final DisplayData out;

  /** Made by a {@link Renderer}. */
  protected RenderContext(
      Set<MIMEType> requested, Renderer renderer, Map<String, Object> params, DisplayData out) {
    this.requested = Set.copyOf(requested);
    this.renderer = renderer;
    this.params = Map.copyOf(params);
    this.out = out;
  }

  /** Renders what is inside. */
  public Renderer getRenderer() {
    return renderer;
  }

  /** Where the forms go. */
  public DisplayData getOutputContainer() {
    return out;
  }

  /** What else is asked for. */
  public Map<String, Object> getParams() {
    return params;
  }

  /** A parameter, or null. */
  public Object getParameter(String key) {
    return params.get(key);
  }

  /** A parameter. */
  public Object getParameter(String key, Object otherwise) {
    return params.getOrDefault(key, otherwise);
  }

  /** A parameter as text, or null. */
  public String getParameterAsString(String key) {
    return getParameterAsString(key, null);
  }

  /** A parameter as text. */
  public String getParameterAsString(String key, String otherwise) {
    return params.containsKey(key) ? String.valueOf(params.get(key)) : otherwise;
  }

  /** A parameter as a number, or null. */
  public Integer getParameterAsInt(String key) {
    return getParameterAsInt(key, null);
  }

  /** A parameter as a number. */
  public Integer getParameterAsInt(String key, Integer otherwise) {
    var text = getParameterAsString(key);
    return text == null ? otherwise : Integer.valueOf(text);
  }

  /** A parameter as a number, or null. */
  public Double getParameterAsDouble(String key) {
    return getParameterAsDouble(key, null);
  }

  /** A parameter as a number. */
  public Double getParameterAsDouble(String key, Double otherwise) {
    var text = getParameterAsString(key);
    return text == null ? otherwise : Double.valueOf(text);
  }

  /** A parameter as a truth value, or null. */
  public Boolean getParameterAsBoolean(String key) {
    return getParameterAsBoolean(key, null);
  }

  /** A parameter as a truth value. */
  public Boolean getParameterAsBoolean(String key, Boolean otherwise) {
    var text = getParameterAsString(key);
    return text == null ? otherwise : Boolean.valueOf(text);
  }

  /** Whether this form is asked for. */
  public boolean wantsDataRenderedAs(MIMEType type) {
    return resolveRequestedType(type) != null;
  }

  /** The type to put a form of type {@code supported} under, or null when it is not asked for. */
  public MIMEType resolveRequestedType(MIMEType supported) {
    if (requested.stream().anyMatch(one -> one.covers(supported))) {
      return supported;
    }
    return requested.contains(supported.withoutSuffix()) ? supported.withoutSuffix() : null;
  }

  /** Lets {@code render} put a form there, if it is asked for. */
  public boolean renderIfRequested(MIMEType supported, BiConsumer<MIMEType, DisplayData> render) {
    var type = resolveRequestedType(supported);
    if (type != null) {
      render.accept(type, out);
    }
    return type != null;
  }

  /** Puts the form that {@code render} makes there, if it is asked for. */
  public boolean renderIfRequested(MIMEType supported, Function<MIMEType, Object> render) {
    return renderIfRequested(
        supported, (type, container) -> container.putData(type, render.apply(type)));
  }

  /** Puts the form that {@code render} makes there, if it is asked for. */
  public boolean renderIfRequested(MIMEType supported, Supplier<Object> render) {
    return renderIfRequested(supported, (type, container) -> container.putData(type, render.get()));
  }
}
