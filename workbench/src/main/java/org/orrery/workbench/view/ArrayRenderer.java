package org.orrery.workbench.view;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.display.Html;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.display.Renderer;

/**
 * Shows ND4J arrays: type, shape, range and the ends of the values; a matrix as a grid beside a map
 * of its values as colours. Found by the kernel itself.
 *
 * <pre>{@code
 * latents                      // FLOAT [128, 32] · −2.1 to 3.4 · mean 0.02, the grid and the map
 * Images.of(frame)             // a [3, height, width] array as a picture: only when asked
 * }</pre>
 */
public final class ArrayRenderer implements Renderer {
  private static final int MOST_VALUES = 200;
  private static final int DECIMALS = 4;
  private static final long MOST_MEASURED = 50_000_000;

  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof INDArray array)) {
      return Optional.empty();
    }
    String headline = headline(array);
    MimeBundle text = MimeBundle.text(headline + (array.isEmpty() ? "" : "\n" + values(array)));
    boolean isMatrix = array.rank() == 2 && array.rows() > 1 && array.columns() > 1;
    return Optional.of(
        isMatrix && array.dataType().isNumerical()
            ? text.with("text/html", matrix(array, headline))
            : text);
  }

  /** The ends of the values; of a large stack of matrices those of the first. */
  private static String values(INDArray array) {
    INDArray shown = array;
    while (shown.rank() > 2 && array.length() > MOST_VALUES) {
      shown = shown.slice(0);
    }
    String which =
        shown.rank() == array.rank()
            ? ""
            : "the first of %,d matrices:\n".formatted(array.length() / shown.length());
    return which + shown.toString(MOST_VALUES, false, DECIMALS);
  }

  private static String headline(INDArray array) {
    String kind = "%s %s".formatted(array.dataType(), Arrays.toString(array.shape()));
    if (!array.dataType().isNumerical() || array.length() < 2 || array.length() > MOST_MEASURED) {
      return kind;
    }
    return "%s · %s to %s · mean %s"
        .formatted(
            kind,
            show(array.minNumber().doubleValue()),
            show(array.maxNumber().doubleValue()),
            show(array.meanNumber().doubleValue()));
  }

  private static String show(double value) {
    return Double.isFinite(value) ? Figures.show(value) : String.valueOf(value);
  }

  private static String matrix(INDArray array, String headline) {
    String grid = (String) Display.render(rows(array)).data().get("text/html");
    return ("<div style=\"font:13px/1.5 system-ui,sans-serif;opacity:.75\">%s</div>"
            + "<div style=\"display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start\">"
            + "<div style=\"max-width:100%%;overflow-x:auto\">%s</div>%s</div>")
        .formatted(Html.escaped(headline), grid, HeatMap.of(array).html());
  }

  /** The matrix as the kernel shows any: only the values that are shown are fetched. */
  private static List<List<Double>> rows(INDArray array) {
    return list(array.rows(), row -> list(array.columns(), column -> array.getDouble(row, column)));
  }

  private static <T> List<T> list(int size, IntFunction<T> get) {
    return new View<>(size, get);
  }

  private static final class View<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> get;

    View(int size, IntFunction<T> get) {
      this.size = size;
      this.get = get;
    }

    @Override
    public T get(int index) {
      return get.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
