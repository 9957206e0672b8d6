package org.orrery.kernel.display;

/** Text inside HTML. */
public final class Html {

  private Html() {}

  /** {@code text} with the signs that mean something to HTML written as entities. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
