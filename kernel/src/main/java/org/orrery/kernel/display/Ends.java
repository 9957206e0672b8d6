package org.orrery.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * What is shown of many elements: all of them, or the first and the last with a count of those in
 * between.
 *
 * @param head the first elements
 * @param hidden how many are left out after the head
 * @param tail the last elements
 */
record Ends(List<Object> head, int hidden, List<Object> tail) {

  /**
   * All elements of a collection or array when there are at most {@code most}, otherwise {@code
   * first} and {@code last} ones; only first ones where the last would have to be searched for.
   */
  static Ends of(Object elements, int most, int first, int last) {
    if (elements instanceof List<?> list && list instanceof RandomAccess) {
      return of(list.size(), list::get, most, first, last);
    }
    if (elements instanceof Collection<?> collection) {
      return ofIterated(collection, most, first + last);
    }
    return of(Array.getLength(elements), i -> Array.get(elements, i), most, first, last);
  }

  static boolean has(Object value) {
    return value instanceof Collection || value.getClass().isArray();
  }

  int size() {
    return head.size() + hidden + tail.size();
  }

  /** The elements shown. */
  List<Object> shown() {
    var all = new ArrayList<>(head);
    all.addAll(tail);
    return all;
  }

  /** The places of the elements shown, in the place of the elements. */
  Ends indices() {
    var first = IntStream.range(0, head.size()).<Object>mapToObj(i -> i).toList();
    var from = size() - tail.size();
    var last = IntStream.range(from, size()).<Object>mapToObj(i -> i).toList();
    return new Ends(first, hidden, last);
  }

  private interface At {
    Object get(int index);
  }

  private static Ends of(int size, At at, int most, int first, int last) {
    var cut = size > most;
    var head = new ArrayList<Object>();
    for (int i = 0; i < (cut ? first : size); i++) {
      head.add(at.get(i));
    }
    var tail = new ArrayList<Object>();
    for (int i = size - last; cut && i < size; i++) {
      tail.add(at.get(i));
    }
    return new Ends(head, size - head.size() - tail.size(), tail);
  }

  private static Ends ofIterated(Collection<?> collection, int most, int first) {
    var size = collection.size();
    var wanted = size > most ? first : size;
    var head = new ArrayList<Object>();
    for (var iterator = collection.iterator(); head.size() < wanted && iterator.hasNext(); ) {
      head.add(iterator.next());
    }
    return new Ends(head, size > most ? size - head.size() : 0, List.of());
  }
}
