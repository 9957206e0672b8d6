package org.orrery.kernel.widgets;

/**
 * A widget that can be seen: it has a layout, which is made with it.
 *
 * <pre>{@code
 * slider.layout().width("20em");
 * display(slider);
 * }</pre>
 */
public abstract class DomWidget extends Widget {

  DomWidget(Model model) {
    super(model);
  }

  /** Its size and place on the page, as CSS has them. */
  public abstract Layout layout();
}
