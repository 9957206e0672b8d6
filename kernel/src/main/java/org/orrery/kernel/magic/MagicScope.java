package org.orrery.kernel.magic;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every cell has in scope to use magics from Java, under the names that Java notebooks use.
 *
 * <pre>{@code
 * List<String> added = lineMagic("jars", List.of("lib/*.jar"));
 * }</pre>
 */
public class MagicScope {

  private static final AtomicReference<Magics> RUNNING = new AtomicReference<>();

  /** Never made; other names for it extend it. */
  protected MagicScope() {}

  /** From now on cells use {@code magics}. */
  public static void connect(Magics magics) {
    RUNNING.set(magics);
  }

  /**
   * The magics that cells use.
   *
   * @throws MagicException when no kernel runs
   */
  public static Magics magics() {
    var running = RUNNING.get();
    if (running == null) {
      throw new MagicException("magics need a running kernel: use them in a notebook");
    }
    return running;
  }

  /** The value of the line magic {@code text}, written without its percent sign. */
  public static <T> T lineMagic(String text) {
    var running = magics();
    return valueOf(() -> running.runLine(MagicCall.lineAt(text, text, 0)));
  }

  /** The value of the line magic {@code name}. */
  public static <T> T lineMagic(String name, List<String> words) {
    var running = magics();
    return valueOf(() -> running.runLine(MagicCall.line(name, words)));
  }

  /** The value of the cell magic {@code name}. */
  public static <T> T cellMagic(String name, List<String> words, String body) {
    var running = magics();
    return valueOf(() -> running.runCell(MagicCall.cell(name, words, body)));
  }

  /** The cast is the caller's word: {@code List<String> added = lineMagic(...)}. */
  @SuppressWarnings("unchecked")
  private static <T> T valueOf(Callable<Object> work) {
    var value = asItIsThrown(work);
    return (T) (value instanceof Magic.Quiet quiet ? quiet.value() : value);
  }

  /** What {@code work} gives; what it throws passes as it is, checked or not. */
  public static <T> T asItIsThrown(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw MagicScope.<RuntimeException>asIs(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> E asIs(Exception thrown) throws E {
    throw (E) thrown;
  }
}
