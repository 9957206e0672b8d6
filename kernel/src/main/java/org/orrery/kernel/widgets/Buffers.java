package org.orrery.kernel.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.kernel.comm.CommMessage;

/**
 * State on the wire: bytes anywhere inside it travel as raw buffers, beside the paths to where they
 * belong.
 */
final class Buffers {

  private final List<List<Object>> paths = new ArrayList<>();
  private final List<byte[]> buffers = new ArrayList<>();

  private Buffers() {}

  /** The message whose {@code field} is {@code state}, with its bytes beside it. */
  static CommMessage message(Map<String, Object> others, String field, Map<String, Object> state) {
    var taken = new Buffers();
    var data = new LinkedHashMap<>(others);
    data.put(field, taken.without(state, List.of()));
    data.put("buffer_paths", taken.paths);
    return CommMessage.of(data).withBuffers(taken.buffers);
  }

  /**
   * The state in {@code message}, with its bytes in their places.
   *
   * @throws IllegalArgumentException when the paths do not fit the state
   */
  static Map<String, Object> state(CommMessage message) {
    var state = changeable(message.data().get("state"));
    var paths = message.data().get("buffer_paths") instanceof List<?> list ? list : List.of();
    if (!(state instanceof Map<?, ?>) || paths.size() > message.buffers().size()) {
      throw new IllegalArgumentException(
          "expected a state and a buffer for each of %d paths, received %d buffers and the state %s"
              .formatted(paths.size(), message.buffers().size(), state));
    }
    for (int i = 0; i < paths.size(); i++) {
      put(state, (List<?>) paths.get(i), message.buffers().get(i));
    }
    return map(state);
  }

  private Object without(Object value, List<Object> path) {
    if (value instanceof Map<?, ?> map) {
      var kept = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, one) -> {
            if (!take(one, plus(path, key))) {
              kept.put((String) key, without(one, plus(path, key)));
            }
          });
      return kept;
    }
    if (value instanceof List<?> list) {
      var kept = new ArrayList<Object>();
      for (int i = 0; i < list.size(); i++) {
        var here = plus(path, i);
        kept.add(take(list.get(i), here) ? null : without(list.get(i), here));
      }
      return kept;
    }
    return value;
  }

  private boolean take(Object value, List<Object> path) {
    if (value instanceof byte[] bytes) {
      paths.add(path);
      buffers.add(bytes);
      return true;
    }
    return false;
  }

  private static List<Object> plus(List<Object> path, Object step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static Object changeable(Object value) {
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((key, one) -> copy.put((String) key, changeable(one)));
      return copy;
    }
    if (value instanceof List<?> list) {
      var copy = new ArrayList<Object>();
      list.forEach(one -> copy.add(changeable(one)));
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static void put(Object root, List<?> path, byte[] buffer) {
    var inside = root;
    for (int i = 0; i < path.size(); i++) {
      var step = path.get(i);
      var last = i == path.size() - 1;
      if (inside instanceof Map<?, ?> map && step instanceof String key) {
        inside = last ? ((Map<String, Object>) map).put(key, buffer) : map.get(key);
      } else if (inside instanceof List<?> list
          && step instanceof Integer index
          && index >= 0
          && index < list.size()) {
        inside = last ? ((List<Object>) list).set(index, buffer) : list.get(index);
      } else {
        throw new IllegalArgumentException(
            "expected a buffer path inside the state, received %s".formatted(path));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
