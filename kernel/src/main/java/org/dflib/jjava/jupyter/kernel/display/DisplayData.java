package org.dflib.jjava.jupyter.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.orrery.kernel.display.MimeBundle;

/** One thing to look at, in several forms. */
public final class DisplayData extends io.github.spencerpark.jupyter.kernel.display.DisplayData {

  /** Nothing yet. */
  public DisplayData() {}

  /** Plain text. */
  public DisplayData(String text) {
    super(text);
  }

  /** The same as {@code other}. */
  public DisplayData(DisplayData other) {
    super(other);
  }

  /** What {@code bundle} holds. */
  public DisplayData(MimeBundle bundle) {
    super(bundle);
  }

  /** Adds a form. */
  public void putData(MIMEType type, Object form) {
    super.putData(type, form);
  }

  /** Adds metadata of a form. */
  public void putMetaData(MIMEType type, Object about) {
    super.putMetaData(type, about);
  }

  /** The form of that type, or null. */
  public Object getData(MIMEType type) {
    return super.getData(type);
  }

  /** Whether it has a form of that type. */
  public boolean hasDataForType(MIMEType type) {
    return super.hasDataForType(type);
  }
}
