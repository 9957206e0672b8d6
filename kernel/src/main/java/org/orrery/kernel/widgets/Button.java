package org.orrery.kernel.widgets;

/**
 * A button to press.
 *
 * <pre>{@code
 * var stop = Widgets.button("stop").buttonStyle("danger");
 * stop.onClick(() -> System.out.println("stopping"));
 * stop
 * }</pre>
 */
public final class Button extends ButtonModel {

  /** One without a word on it. */
  public Button() {}

  /** Calls {@code handler} whenever the button is pressed. */
  public Button onClick(Runnable handler) {
    onCustom(
        message -> {
          if ("click".equals(message.data().get("event"))) {
            handler.run();
          }
        });
    return this;
  }
}
