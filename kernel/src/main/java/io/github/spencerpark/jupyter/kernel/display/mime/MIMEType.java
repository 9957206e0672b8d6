package io.github.spencerpark.jupyter.kernel.display.mime;

import java.util.Locale;

/**
 * A MIME type, such as {@code image/svg+xml}, or all of a group: {@code text/*}, or all: {@code *}.
 */
public class MIMEType {

  public static final MIMEType ANY = parse("*");
  public static final MIMEType APPLICATION_XML = parse("application/xml");
  public static final MIMEType APPLICATION_JSON = parse("application/json");
  public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
  public static final MIMEType APPLICATION_PDF = parse("application/pdf");
  public static final MIMEType TEXT_HTML = parse("text/html");
  public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
  public static final MIMEType TEXT_LATEX = parse("text/latex");
  public static final MIMEType TEXT_PLAIN = parse("text/plain");
  public static final MIMEType TEXT_CSS = parse("text/css");
  public static final MIMEType IMAGE_PNG = parse("image/png");
  public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
  public static final MIMEType IMAGE_GIF = parse("image/gif");
  public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

  private final String text;

  /** The type written as {@code text}. */
  protected MIMEType(String text) {
    if (!text.matches("\\*|[\\w!#$&^.+-]+(/(\\*|[\\w!#$&^.+-]+))?")) {
      throw new IllegalArgumentException(
          "expected a MIME type such as text/html, received \"%s\"".formatted(text));
    }
    this.text = text.toLowerCase(Locale.ROOT);
  }

  /**
   * The type written as {@code text}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static MIMEType parse(String text) {
    return new MIMEType(text);
  }

  /** What stands before the slash. */
  public String getGroup() {
    return text.replaceFirst("/.*", "");
  }

  /** What stands behind the slash, or null. */
  public String getSubtype() {
    return text.contains("/") ? withoutSuffix().text.replaceFirst(".*/", "") : null;
  }

  /** What stands behind the plus, or null. */
  public String getSuffix() {
    return text.contains("+") ? text.replaceFirst(".*\\+", "") : null;
  }

  /** Whether it is all types. */
  public boolean isWildcard() {
    return text.startsWith("*");
  }

  /** Whether it is all types of a group. */
  public boolean subtypeIsWildcard() {
    return text.endsWith("/*");
  }

  /** The type without what stands behind the plus. */
  public MIMEType withoutSuffix() {
    return new MIMEType(text.replaceFirst("\\+.*", ""));
  }

  /** Whether {@code other} is this type, or one of those it stands for. */
  public boolean covers(MIMEType other) {
    var wholeGroup = subtypeIsWildcard() || !text.contains("/");
    return isWildcard() || equals(other) || (wholeGroup && getGroup().equals(other.getGroup()));
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof MIMEType type && type.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
