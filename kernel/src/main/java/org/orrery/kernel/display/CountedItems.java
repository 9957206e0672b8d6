package org.orrery.kernel.display;

import java.util.Collection;
import java.util.Iterator;

/**
 * Items with a bar for each walk through them. An item counts as done when the next is asked for.
 */
record CountedItems<T>(Iterable<T> items, String label) implements Iterable<T> {

  @Override
  public Iterator<T> iterator() {
    var total = items instanceof Collection<?> collection ? collection.size() : -1;
    return new Walk<>(items.iterator(), Progress.of(total, label));
  }

  @Override
  public String toString() {
    return "progress(%s): walk through it with for (var item : ...)".formatted(label);
  }

  private static final class Walk<T> implements Iterator<T> {

    private final Iterator<T> items;
    private final Progress bar;
    private boolean inWork;

    Walk(Iterator<T> items, Progress bar) {
      this.items = items;
      this.bar = bar;
    }

    @Override
    public boolean hasNext() {
      finishItem();
      try {
        var more = items.hasNext();
        if (!more) {
          bar.end(Progress.Ending.FINISHED);
        }
        return more;
      } catch (RuntimeException | Error e) {
        bar.end(Progress.Ending.FAILED);
        throw e;
      }
    }

    @Override
    public T next() {
      finishItem();
      var item = items.next();
      inWork = true;
      return item;
    }

    private void finishItem() {
      if (inWork) {
        inWork = false;
        bar.step();
      }
    }
  }
}
