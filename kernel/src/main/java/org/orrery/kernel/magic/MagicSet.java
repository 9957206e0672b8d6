package org.orrery.kernel.magic;

/**
 * Magics that come together. Found by {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.orrery.kernel.magic.MagicSet}.
 *
 * <pre>{@code
 * public final class Greetings implements MagicSet {
 *   public void addTo(Magics magics) {
 *     magics.line("greet", "%greet NAME", "greets", (call, workspace) -> "hello " + call.raw());
 *   }
 * }
 * }</pre>
 */
public interface MagicSet {

  /** Registers the magics of this set. */
  void addTo(Magics magics);
}
