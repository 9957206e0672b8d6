package org.orrery.kernel.widgets;

import java.util.ArrayList;
import java.util.Map;

/**
 * Pages of widgets, of which the reader sees the one whose title is chosen.
 *
 * <pre>{@code
 * var pages = Widgets.tab()
 *     .page("world", Widgets.dropdown("world", "ball", "pendulum"))
 *     .page("training", Widgets.intSlider("epochs", 1, 20));
 * }</pre>
 */
public final class Tab extends TabModel {

  /** One without pages. */
  public Tab() {}

  /** Adds a page; the first one is the one seen. */
  public Tab page(String title, Widget content) {
    var children = new ArrayList<>(children());
    var titles = new ArrayList<>(titles());
    while (titles.size() < children.size()) {
      titles.add("");
    }
    children.add(content);
    titles.add(title);
    set(
        Map.of(
            "children", children, "titles", titles, "selected_index", selectedIndex().orElse(0)));
    return this;
  }
}
