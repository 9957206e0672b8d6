package org.orrery.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A widget to choose one of several labels with. The first one is chosen until another is.
 *
 * <pre>{@code
 * var world = Widgets.dropdown("world", "ball", "pendulum");
 * world.value();              // "ball"
 * world.value("pendulum");
 * }</pre>
 */
public abstract class ChoiceWidget extends DomWidget implements Control<String> {

  private static final String OPTIONS = "_options_labels";
  private static final String INDEX = "index";

  ChoiceWidget(Model model) {
    super(model);
  }

  /** The label chosen, or empty when none is. */
  public Optional<String> chosen() {
    return label(get(INDEX));
  }

  /**
   * The label chosen.
   *
   * @throws NoSuchElementException when none is: there are no options, or the index was unset
   */
  public String value() {
    return chosen()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "%s: nothing is chosen of %s: ask chosen(), which may be empty"
                        .formatted(kindName(), get(OPTIONS))));
  }

  /** The same as {@link #value()}. */
  @Override
  public String current() {
    return value();
  }

  @Override
  public String holder() {
    return INDEX;
  }

  void choose(String label) {
    List<String> options = get(OPTIONS);
    var index = options.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s: expected one of %s, received \"%s\"".formatted(kindName(), options, label));
    }
    set(INDEX, index);
  }

  /** The label at {@code index}, which may be null. */
  Optional<String> label(Object index) {
    List<String> options = get(OPTIONS);
    return index instanceof Integer i && i < options.size()
        ? Optional.of(options.get(i))
        : Optional.empty();
  }

  @Override
  final Map<String, Object> settled(Map<String, Object> changes) {
    var settled = new LinkedHashMap<>(changes);
    List<?> options =
        (List<?>) (changes.containsKey(OPTIONS) ? changes.get(OPTIONS) : get(OPTIONS));
    if (changes.containsKey(OPTIONS) && !changes.containsKey(INDEX)) {
      settled.put(INDEX, options.isEmpty() && field(INDEX).nullable() ? null : (Object) 0);
    }
    if (settled.get(INDEX) instanceof Integer index && (index < 0 || index >= options.size())) {
      if (index != 0 || !options.isEmpty()) {
        throw new IllegalArgumentException(
            "%s.index: expected 0 to %d, received %d"
                .formatted(kindName(), options.size() - 1, index));
      }
    }
    return settled;
  }
}
