package org.orrery.kernel.display;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream with a bar while it is walked, by one thread or by many: each has a part of it. An
 * element counts as done when what is below it in the stream has taken it.
 */
final class CountedStream<T> implements Spliterator<T> {

  /** What the parts of a stream share. */
  private static final class Whole {
    final String label;
    final AtomicInteger openParts = new AtomicInteger(1);
    Progress bar;

    Whole(String label) {
      this.label = label;
    }

    /** Opened by the thread that ends the stream, before it shares the work with others. */
    synchronized Progress bar(Spliterator<?> elements) {
      if (bar == null) {
        bar = Progress.of(elements.getExactSizeIfKnown(), label);
      }
      return bar;
    }

    synchronized void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  private final Spliterator<T> elements;
  private final Whole whole;
  private boolean ended;

  private CountedStream(Spliterator<T> elements, Whole whole) {
    this.elements = elements;
    this.whole = whole;
  }

  static <T> Stream<T> of(Stream<T> stream, String label) {
    var whole = new Whole(label);
    var isParallel = stream.isParallel();
    return StreamSupport.stream(new CountedStream<>(stream.spliterator(), whole), isParallel)
        .onClose(whole::close)
        .onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    var bar = whole.bar(elements);
    try {
      if (elements.tryAdvance(action)) {
        bar.step();
        return true;
      }
      end();
      return false;
    } catch (RuntimeException | Error e) {
      bar.end(Progress.Ending.FAILED);
      throw e;
    }
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    var bar = whole.bar(elements);
    try {
      elements.forEachRemaining(
          element -> {
            action.accept(element);
            bar.step();
          });
      end();
    } catch (RuntimeException | Error e) {
      bar.end(Progress.Ending.FAILED);
      throw e;
    }
  }

  @Override
  public Spliterator<T> trySplit() {
    whole.bar(elements);
    var part = elements.trySplit();
    if (part == null) {
      return null;
    }
    whole.openParts.incrementAndGet();
    return new CountedStream<>(part, whole);
  }

  @Override
  public long estimateSize() {
    return elements.estimateSize();
  }

  @Override
  public long getExactSizeIfKnown() {
    return elements.getExactSizeIfKnown();
  }

  @Override
  public int characteristics() {
    return elements.characteristics();
  }

  @Override
  public Comparator<? super T> getComparator() {
    return elements.getComparator();
  }

  private void end() {
    if (!ended) {
      ended = true;
      if (whole.openParts.decrementAndGet() == 0) {
        whole.bar(elements).end(Progress.Ending.FINISHED);
      }
    }
  }
}
