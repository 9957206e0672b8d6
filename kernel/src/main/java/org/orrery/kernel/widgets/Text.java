package org.orrery.kernel.widgets;

import java.util.function.Consumer;

/**
 * A line to type in.
 *
 * <pre>{@code
 * var name = Widgets.text("name", "first-dream");
 * name.onSubmit(typed -> System.out.println("saving as " + typed));   // when Enter is pressed
 * name.value();                 // "first-dream"
 * }</pre>
 */
public final class Text extends TextModel {

  /** An empty one. */
  public Text() {}

  /** Calls {@code handler} with the text whenever Enter is pressed in the line. */
  public Text onSubmit(Consumer<String> handler) {
    onCustom(
        message -> {
          if ("submit".equals(message.data().get("event"))) {
            handler.accept(value());
          }
        });
    return this;
  }
}
