package org.orrery.kernel.magic.builtin;

import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.Magic.Quiet;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;

/**
 * {@code %timeit} and {@code %%timeit}: run code again and again, compiled once, and say how long
 * one time takes. It is warmed up first until the JVM has had time to compile it; then so many
 * loops make a run that the clock's own grain does not count.
 */
public final class TimeItMagic implements MagicSet {

  private static final long WARM_UP_NANOS = 500_000_000;
  private static final long RUN_NANOS = 100_000_000;
  private static final int RUNS = 7;
  private static final Pattern OPTIONS = Pattern.compile("\\A\\s*-([nr])\\s*(\\d+)\\s+");

  private final LongSupplier clock;

  /** Measures with {@link System#nanoTime}. */
  public TimeItMagic() {
    this(System::nanoTime);
  }

  TimeItMagic(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public void addTo(Magics magics) {
    magics.line(
        "timeit",
        "%timeit [-n LOOPS] [-r RUNS] CODE",
        "runs code many times and says how long one time takes",
        this::timeIt);
    magics.cell(
        "timeit",
        "%%timeit [-n LOOPS] [-r RUNS]",
        "runs the cell many times and says how long one time takes",
        this::timeIt);
  }

  private Object timeIt(MagicCall call, Workspace workspace) throws Exception {
    var loops = 0L;
    var runs = RUNS;
    var rest = call.raw() + " ";
    for (var option = OPTIONS.matcher(rest); option.find(); option = OPTIONS.matcher(rest)) {
      if (option.group(1).equals("n")) {
        loops = Long.parseLong(option.group(2));
      } else {
        runs = Math.max(1, Integer.parseInt(option.group(2)));
      }
      rest = rest.substring(option.end());
    }
    var isCell = !call.body().isEmpty();
    var code = isCell ? call.body() : rest;
    if (isCell && !rest.isBlank()) {
      throw new MagicException(
          "expected %%timeit [-n LOOPS] [-r RUNS], received %%timeit " + call.raw());
    }
    if (code.isBlank()) {
      throw new MagicException("%timeit: which code? For example %timeit Math.sqrt(2)");
    }
    var before =
        call.code()
            .substring(0, call.code().length() - (isCell ? call.body() : call.raw()).length());
    var timing = measured(compiled(before, code.strip(), workspace), loops, runs);
    System.out.println(timing);
    return new Quiet(timing);
  }

  /**
   * Compiles a loop around {@code code}: as an expression whose value is kept, or as statements.
   */
  private static TimedLoop compiled(String before, String code, Workspace workspace)
      throws Exception {
    var kept = TimedLoop.Kept.class.getCanonicalName() + ".keep(";
    try {
      return loop(before, kept + code.replaceFirst(";\\z", "") + ");", workspace);
    } catch (Exception e) { // nothing has run yet: it is no expression, or of void, or wrong
      return loop(before, code.endsWith("}") ? code : code + ";", workspace);
    }
  }

  private static TimedLoop loop(String before, String code, Workspace workspace) throws Exception {
    var head =
        "(%s) times$ -> { for (long time$ = 0; time$ < times$; time$++) {"
            .formatted(TimedLoop.class.getName());
    return (TimedLoop) workspace.evaluate(head + before + code + "\n}}");
  }

  private Timing measured(TimedLoop loop, long wantedLoops, int runs) throws Exception {
    var perLoop = warmUp(loop);
    var loops = wantedLoops > 0 ? wantedLoops : Math.max(1, (long) (RUN_NANOS / perLoop));
    var nanos = new double[runs];
    for (int i = 0; i < runs; i++) {
      nanos[i] = run(loop, loops) / (double) loops;
    }
    return Timing.of(nanos, loops);
  }

  /** Runs until the JVM had its time to compile; how long a loop took at the end, in ns. */
  private double warmUp(TimedLoop loop) throws Exception {
    var passed = 0L;
    var loops = 1L;
    while (true) {
      var nanos = Math.max(1, run(loop, loops));
      passed += nanos;
      if (passed >= WARM_UP_NANOS) {
        return nanos / (double) loops;
      }
      if (nanos < RUN_NANOS / 2) {
        loops *= 2;
      }
    }
  }

  private long run(TimedLoop loop, long loops) throws Exception {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var begin = clock.getAsLong();
    try {
      loop.run(loops);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return clock.getAsLong() - begin;
  }
}
