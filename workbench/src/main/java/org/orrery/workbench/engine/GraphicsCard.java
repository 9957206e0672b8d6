package org.orrery.workbench.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A graphics card as the NVIDIA driver names it. Engines ask of it whether their natives hold code
 * that it can run, before they try. It is looked for once; a card does not come while a program
 * runs.
 *
 * @param name {@code NVIDIA A100-SXM4-80GB}
 * @param capability its compute capability, 8.0
 */
public record GraphicsCard(String name, double capability) {

  private static final Pattern LINE = Pattern.compile("(.+?)\\s*,\\s*(\\d+(?:\\.\\d+)?)\\s*");

  /** The first card that the NVIDIA driver shows, if it shows one. */
  public static Optional<GraphicsCard> visible() {
    return First.CARD;
  }

  private static final class First {
    static final Optional<GraphicsCard> CARD = ask();
  }

  private static Optional<GraphicsCard> ask() {
    try {
      Process driver =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      String text = new String(driver.getInputStream().readAllBytes());
      boolean done = driver.waitFor(10, TimeUnit.SECONDS);
      return done && driver.exitValue() == 0
          ? text.lines().findFirst().flatMap(GraphicsCard::parse)
          : Optional.empty();
    } catch (IOException e) {
      // There is no NVIDIA driver, hence no card.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A line of the driver's: {@code NVIDIA A100, 8.0}; empty if it says no capability. */
  public static Optional<GraphicsCard> parse(String line) {
    Matcher said = LINE.matcher(line);
    return said.matches()
        ? Optional.of(new GraphicsCard(said.group(1), Double.parseDouble(said.group(2))))
        : Optional.empty();
  }

  /** Whether natives with code for these capabilities, or for those they can translate, run it. */
  public boolean isWithin(double oldest, double newest) {
    return capability >= oldest && capability <= newest;
  }
}
