package org.orrery.kernel.display;

import java.util.Optional;

/**
 * Turns values of the kinds it knows into something to look at. Found by {@link
 * java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.orrery.kernel.display.Renderer}. Numbers, texts and truth values of the JDK
 * are not asked about; {@link Display#register} decides over these too.
 *
 * <pre>{@code
 * public final class MatrixRenderer implements Renderer {
 *   public Optional<MimeBundle> render(Object value) {
 *     return value instanceof Matrix m ? Optional.of(MimeBundle.html(m.toHtml(), m.toString())) : Optional.empty();
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Renderer {

  /**
   * What {@code value} looks like, or empty when this renderer does not know its kind. A bundle
   * without {@code text/plain} gets the value's {@code toString}. What it throws costs the value
   * its look only: it is shown as text, with a note.
   *
   * @param value never null
   */
  Optional<MimeBundle> render(Object value);
}
