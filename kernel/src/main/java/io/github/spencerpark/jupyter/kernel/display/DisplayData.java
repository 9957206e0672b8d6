package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orrery.kernel.display.MimeBundle;

/**
 * One thing to look at, in several forms.
 *
 * <pre>{@code
 * var data = new DisplayData("plain");
 * data.putHTML("<b>rich</b>");
 * data
 * }</pre>
 */
public class DisplayData {

  private final Map<String, Object> data = new LinkedHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private String displayId;

  /** Nothing yet. */
  public DisplayData() {}

  /** Plain text. */
  public DisplayData(String text) {
    putText(text);
  }

  /** The same as {@code other}. */
  public DisplayData(DisplayData other) {
    assign(other);
  }

  /** What {@code bundle} holds. */
  public DisplayData(MimeBundle bundle) {
    data.putAll(bundle.data());
    metadata.putAll(bundle.metadata());
  }

  /** As Orrery shows it. */
  public MimeBundle bundle() {
    return new MimeBundle(data, metadata);
  }

  /** Adds a form. */
  public void putData(String mimeType, Object form) {
    data.put(mimeType, form);
  }

  /** Adds a form. */
  public void putData(MIMEType type, Object form) {
    putData(type.toString(), form);
  }

  /** Adds a form and what a front end should know of it. */
  public void putData(MIMEType type, Object form, Object about) {
    putData(type, form);
    putMetaData(type, about);
  }

  /** Adds metadata. */
  public void putMetaData(String key, Object about) {
    metadata.put(key, about);
  }

  /** Adds metadata of a form. */
  public void putMetaData(MIMEType type, Object about) {
    putMetaData(type.toString(), about);
  }

  /** The form of that type, or null. */
  public Object getData(MIMEType type) {
    return data.get(type.toString());
  }

  /** Whether it has a form of that type. */
  public boolean hasDataForType(MIMEType type) {
    return data.containsKey(type.toString());
  }

  /** Takes everything of {@code other} as well. */
  public void assign(DisplayData other) {
    data.putAll(other.data);
    metadata.putAll(other.metadata);
    displayId = other.displayId == null ? displayId : other.displayId;
  }

  /** Remembers the identity it is displayed with. */
  public void setDisplayId(String id) {
    displayId = id;
  }

  /** Whether it has an identity. */
  public boolean hasDisplayId() {
    return displayId != null;
  }

  /** The identity it is displayed with, or null. */
  public String getDisplayId() {
    return displayId;
  }

  /** Adds plain text. */
  public void putText(String text) {
    putData("text/plain", text);
  }

  /** Adds HTML. */
  public void putHTML(String html) {
    putData("text/html", html);
  }

  /** Adds LaTeX. */
  public void putLatex(String latex) {
    putData("text/latex", latex);
  }

  /** Adds a formula in LaTeX, without the dollar signs around it. */
  public void putMath(String math) {
    putLatex("$$" + math + "$$");
  }

  /** Adds Markdown. */
  public void putMarkdown(String markdown) {
    putData("text/markdown", markdown);
  }

  /** Adds JavaScript. */
  public void putJavaScript(String javascript) {
    putData("application/javascript", javascript);
  }

  /** Adds JSON. */
  public void putJSON(String json) {
    putData("application/json", json);
  }

  /** Adds JSON, shown unfolded or folded. */
  public void putJSON(String json, boolean expanded) {
    putJSON(json);
    putMetaData("application/json", Map.of("expanded", expanded));
  }

  /** Adds an SVG picture. */
  public void putSVG(String svg) {
    putData("image/svg+xml", svg);
  }
}
