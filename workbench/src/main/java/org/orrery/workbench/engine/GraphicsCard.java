package org.orrery.workbench.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A graphics card as the NVIDIA driver names it.
 *
 * @param name {@code NVIDIA A100-SXM4-80GB}
 * @param capability its compute capability, 8.0
 */
public record GraphicsCard(String name, double capability) {

  /** The first card that the NVIDIA driver shows, if it shows one. */
  public static Optional<GraphicsCard> visible() {
    try {
      Process driver =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      String text = new String(driver.getInputStream().readAllBytes());
      boolean done = driver.waitFor(10, TimeUnit.SECONDS);
      return done && driver.exitValue() == 0
          ? text.lines().findFirst().map(GraphicsCard::parse)
          : Optional.empty();
    } catch (IOException e) {
      // There is no NVIDIA driver, hence no card.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A line of the driver's: {@code NVIDIA A100, 8.0}. */
  public static GraphicsCard parse(String line) {
    int comma = line.lastIndexOf(',');
    return new GraphicsCard(
        line.substring(0, comma).strip(), Double.parseDouble(line.substring(comma + 1).strip()));
  }

  /** Whether natives with code for these capabilities, or for those they can translate, run it. */
  public boolean isWithin(double oldest, double newest) {
    return capability >= oldest && capability <= newest;
  }
}
