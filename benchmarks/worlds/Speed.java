import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

/**
 * Makes clips of one world, or says which worlds there are. Arguments of {@code speeds.py}: a name,
 * seconds to warm up, seconds to measure; without any, it prints the names.
 *
 * <p>Answers with one line: frames, seconds of processor time of all threads of the process
 * (collections and compilers too), seconds on the clock.
 */
public final class Speed {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      Worlds.all().forEach(world -> System.out.println("world " + world.name()));
      return;
    }
    World world =
        Worlds.all().stream()
            .filter(one -> one.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no world \"" + arguments[0] + "\""));
    frames(world, 1, Double.parseDouble(arguments[1]));
    double processor = processor();
    double clock = clock();
    long frames = frames(world, 2, Double.parseDouble(arguments[2]));
    System.out.printf(
        Locale.ROOT, "answer %d %.6f %.6f%n", frames, processor() - processor, clock() - clock);
  }

  /** Makes clip after clip for so many seconds of processor time. */
  private static long frames(World world, long seed, double seconds) {
    double end = processor() + seconds;
    long frames = 0;
    for (int i = 0; processor() < end; i++) {
      frames += world.generate(seed, i).frames();
    }
    return frames;
  }

  private static double processor() {
    return PROCESS.getProcessCpuTime() / 1e9;
  }

  private static double clock() {
    return System.nanoTime() / 1e9;
  }
}
