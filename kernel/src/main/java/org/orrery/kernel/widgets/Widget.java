package org.orrery.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.HandlerFailures;
import org.orrery.kernel.comm.InTurn;

/**
 * A model that a cell and the front end share: what one side sets, the other sees. As the value of
 * a cell it is shown.
 *
 * <pre>{@code
 * var slider = Widgets.intSlider("gravity", 0, 20).value(5);
 * slider.observe("value", change -> System.out.println(change.now()));
 * slider                                             // the value of the cell: shows it
 * }</pre>
 *
 * <p>Safe for use by many threads. A getter sees at once what the front end has set, also while a
 * cell runs. Observers of a widget run one at a time, in the order of the changes, with no lock
 * held: on the thread that made the change, or on the one that is busy with an earlier change of
 * the same widget. The front end learns of a widget when it is first shown, alone or inside another
 * one.
 */
public abstract class Widget {

  private record Observer(String property, Consumer<Change> told) {}

  private final Model model;
  private volatile String id = UUID.randomUUID().toString();
  private final Wiring wiring = new Wiring(this);
  private final InTurn turns = new InTurn();
  private final List<Observer> observers = new CopyOnWriteArrayList<>();
  private final List<Consumer<CommMessage>> listeners = new CopyOnWriteArrayList<>();

  /** Replaced as a whole, with this object's wiring locked; read by any thread. */
  private volatile Map<String, Object> state = Map.of();

  Widget(Model model) {
    this.model = model;
  }

  /** The identity by which the front end knows this widget. */
  public String id() {
    return id;
  }

  /**
   * Calls {@code observer} with every change of {@code property}, whichever side made it. What an
   * observer throws is printed to {@code System.err}, and the next one is called.
   *
   * @throws IllegalArgumentException when this widget has no such property; the message lists those
   *     it has
   */
  public Observation observe(String property, Consumer<Change> observer) {
    if (!model.fields().containsKey(property)) {
      throw new IllegalArgumentException(
          "%s has no property \"%s\": it has %s"
              .formatted(kindName(), property, model.fields().keySet()));
    }
    var added = new Observer(property, observer);
    observers.add(added);
    return () -> observers.remove(added);
  }

  /** Sends a custom message to this widget's side in the front end. */
  public void send(Map<String, Object> content) {
    wiring.custom(content);
  }

  /** Calls {@code listener} with the content of every custom message from the front end. */
  public Observation onCustom(Consumer<CommMessage> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Closes it for both sides: it vanishes from the page. Its state stays readable. */
  public void close() {
    wiring.close();
  }

  /** Its name and what is set otherwise than at first: {@code IntSlider(value=5, max=20)}. */
  @Override
  public String toString() {
    return state.entrySet().stream()
        .filter(one -> isPlain(one.getValue()))
        .filter(one -> !Objects.equals(one.getValue(), field(one.getKey()).initial()))
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(", ", kindName() + "(", ")"));
  }

  Model model() {
    return model;
  }

  Wiring wiring() {
    return wiring;
  }

  String kindName() {
    return model.name().replaceFirst("Model$", "");
  }

  /** The value of {@code property} now. */
  <T> T get(String property) {
    var known = state;
    if (known.containsKey(property)) {
      return as(known.get(property));
    }
    var field = field(property);
    return as(field.fresh().isPresent() ? wiring.makeOwn(field) : field.initial());
  }

  /** The value of {@code property} now, where it may be unset. */
  <T> Optional<T> find(String property) {
    return Optional.ofNullable(get(property));
  }

  /** {@code value}, whose type the model vouches for. */
  @SuppressWarnings("unchecked")
  static <T> T as(Object value) {
    return (T) value;
  }

  void set(String property, Object value) {
    var one = new LinkedHashMap<String, Object>();
    one.put(property, value);
    set(one);
  }

  /** Sets several properties in one step, so that no observer and no front end sees half of it. */
  void set(Map<String, Object> values) {
    values.forEach((property, value) -> field(property).checked(kindName(), value));
    wiring.setByCell(() -> values);
    turns.run();
  }

  /**
   * Sets {@code property} to what {@code step} makes of its value; no other change comes between.
   */
  void change(String property, UnaryOperator<Object> step) {
    wiring.setByCell(
        () -> Map.of(property, field(property).checked(kindName(), step.apply(get(property)))));
    turns.run();
  }

  /**
   * What {@code changes} comes to, for kinds of widgets that tie their properties together.
   *
   * @throws IllegalArgumentException when they do not go together
   */
  Map<String, Object> settled(Map<String, Object> changes) {
    return changes;
  }

  /** Takes the identity that a front end gave its side of this widget. */
  void become(String frontEndsId) {
    id = frontEndsId;
  }

  /** The front end has sent a custom message. */
  void heard(CommMessage custom) {
    listeners.forEach(listener -> listener.accept(custom));
  }

  /** Puts {@code values} in place and returns those that are new. Called with the wiring locked. */
  Map<String, Object> put(Map<String, Object> values, UnaryOperator<Runnable> bound) {
    var next = new LinkedHashMap<>(state);
    var changed = new LinkedHashMap<String, Object>();
    values.forEach(
        (property, value) -> {
          var before = get(property);
          next.put(property, value);
          if (!Objects.deepEquals(before, value)) {
            changed.put(property, value);
            var change = new Change(this, property, before, value);
            turns.add(bound.apply(() -> tell(change)));
          }
        });
    state = next;
    return changed;
  }

  void tellInTurn() {
    turns.run();
  }

  /** The value of {@code property} where it is set or made; null otherwise. */
  Object known(String property) {
    return state.get(property);
  }

  /** Puts an initial value in place: no change. Called with the wiring locked. */
  void start(String property, Object initial) {
    var next = new LinkedHashMap<>(state);
    next.put(property, initial);
    state = next;
  }

  Field field(String property) {
    return model.fields().get(property);
  }

  private void tell(Change change) {
    for (var observer : observers) {
      if (observer.property().equals(change.property())) {
        try {
          observer.told().accept(change);
        } catch (RuntimeException e) {
          HandlerFailures.print(e);
        }
      }
    }
  }

  private static boolean isPlain(Object value) {
    return value != null && !(value instanceof Widget) && !(value instanceof byte[]);
  }
}
