package org.orrery.kernel.widgets;

import java.util.Locale;
import java.util.Set;

/**
 * Whether what one front end sets is told to all of them: it is, unless the environment variable
 * {@code JUPYTER_WIDGETS_ECHO} says {@code 0}, {@code false}, {@code no} or {@code off}.
 */
final class Echo {

  private static final Set<String> NO = Set.of("0", "false", "no", "off");
  private static final boolean ON = isOn(System.getenv("JUPYTER_WIDGETS_ECHO"));

  private Echo() {}

  static boolean isOn() {
    return ON;
  }

  static boolean isOn(String setting) {
    return setting == null || !NO.contains(setting.strip().toLowerCase(Locale.ROOT));
  }

  /** The properties of {@code model} that are too large to send back: uploaded files. */
  static Set<String> never(Model model) {
    return model.name().equals("FileUploadModel") ? Set.of("value") : Set.of();
  }
}
