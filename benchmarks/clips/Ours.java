import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Reading;
import org.orrery.workbench.clips.WindowCache;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.Worlds;

/**
 * Orrery's side of {@code side_by_side.py}: obeys commands on standard input, one line each, and
 * answers with one line. Argument: the folder of the clips.
 *
 * <pre>
 * make N FRAMES SIZE   writes N H.264 clips of a bouncing ball, filmed with noise
 * decode THREADS       decodes all of them to 64x64: seconds, sum of all bytes
 * windows N THREADS    N random windows of 16 frames from the cache: seconds
 * bounds N THREADS     what a random window costs, N at a time: seconds from the cache, of copying as many
 *                      bytes into new arrays, into one old array, of finding and cutting windows of one frame
 *                      of one pixel, and of decoding N / 200 windows anew
 * stream GB            streams so many gigabytes of windows: seconds, gigabytes, most MB of heap that a
 *                      collection left, limit of the heap in MB
 * </pre>
 */
public final class Ours {
  private static final Reading SMALL = Reading.all().fit(64, 64);

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      double n = Double.parseDouble(words[1]);
      switch (words[0]) {
        case "make" ->
            make(folder, (int) n, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        case "decode" -> decode(folder, (int) n);
        case "windows" -> windows(folder, (int) n, Integer.parseInt(words[2]));
        case "bounds" -> bounds(folder, (int) n, Integer.parseInt(words[2]));
        case "stream" -> stream(folder, n);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }

  private static void make(Path folder, int n, int frames, int size) throws Exception {
    Files.createDirectories(folder);
    var world = Worlds.bouncingBall().size(size).frames(frames).through(Camera.still().noise(3));
    for (int i = 0; i < n; i++) {
      Clips.write(world.generate(1, i), folder.resolve("ball-%05d.mp4".formatted(i)));
    }
    answer(n);
  }

  private static void decode(Path folder, int threads) throws Exception {
    ClipSet clips = Clips.open(folder, SMALL);
    long start = System.nanoTime();
    long[] sums = new long[threads];
    inParallel(
        threads,
        k -> {
          for (int i = k; i < clips.size(); i += threads) {
            sums[k] += sum(clips.get(i));
          }
        });
    answer((System.nanoTime() - start) / 1e9, LongStream.of(sums).sum());
  }

  private static long sum(Clip clip) {
    byte[] frame = new byte[clip.channels() * clip.height() * clip.width()];
    long sum = 0;
    for (int t = 0; t < clip.frames(); t++) {
      clip.frame(t, frame, 0);
      for (byte b : frame) {
        sum += b & 0xff;
      }
    }
    return sum;
  }

  private static void windows(Path folder, int n, int threads) throws Exception {
    try (WindowCache cache = WindowCache.of(4L << 30)) {
      ClipSet clips = Clips.open(folder, SMALL).cachedIn(cache);
      clips.stream().forEach(Clip::frames);
      answer(drawn(clips, 16, n, threads));
    }
  }

  /** The seconds that so many random windows take. */
  private static double drawn(ClipSet clips, int frames, int n, int threads) throws Exception {
    long[] sums = new long[threads];
    long start = System.nanoTime();
    inParallel(
        threads,
        k -> {
          SplittableRandom random = new SplittableRandom(7 + k);
          for (int i = 0; i < n / threads; i++) {
            int clip = random.nextInt(clips.size());
            int from = random.nextInt(clips.frames(clip) - frames + 1);
            sums[k] += clips.window(clip, from, from + frames).frame(frames - 1)[0];
          }
        });
    return (System.nanoTime() - start) / 1e9;
  }

  private static void bounds(Path folder, int n, int threads) throws Exception {
    int frame = 3 * 64 * 64;
    try (WindowCache cache = WindowCache.of(4L << 30);
        WindowCache points = WindowCache.of(1L << 30)) {
      ClipSet clips = Clips.open(folder, SMALL).cachedIn(cache);
      clips.stream().forEach(Clip::frames);
      ClipSet pixels =
          Clips.open(folder, Reading.all().fit(1, 1).grey()).cachedIn(points);
      pixels.stream().forEach(Clip::frames);
      long bytes = (long) clips.size() * clips.frames(0) * frame;
      // As many bytes as the cache holds, in segments, off the heap as it has them.
      ByteBuffer[] kept = new ByteBuffer[(int) (bytes >> 30) + 1];
      for (int s = 0; s < kept.length; s++) {
        kept[s] = ByteBuffer.allocateDirect((int) Math.min(1L << 30, bytes - ((long) s << 30)));
      }
      double cached = 0;
      double fresh = 0;
      double old = 0;
      double index = 0;
      for (int round = 0; round < 2; round++) {
        cached = drawn(clips, 16, n, threads);
        fresh = copied(kept, frame, n, threads, true);
        old = copied(kept, frame, n, threads, false);
        index = drawn(pixels, 1, n, threads);
      }
      double decoded = drawn(Clips.open(folder, SMALL), 16, n / 200, threads);
      answer(cached, fresh, old, index, decoded);
    }
  }

  /** The seconds that it takes to copy 16 frames from so many random places. */
  private static double copied(ByteBuffer[] kept, int frame, int n, int threads, boolean fresh)
      throws Exception {
    long[] sums = new long[threads];
    long start = System.nanoTime();
    inParallel(
        threads,
        k -> {
          SplittableRandom random = new SplittableRandom(7 + k);
          byte[] copy = new byte[frame];
          for (int i = 0; i < n / threads; i++) {
            ByteBuffer from = kept[random.nextInt(kept.length)];
            int at = random.nextInt(Math.max(1, from.capacity() - 16 * frame));
            for (int t = 0; t < 16; t++) {
              copy = fresh ? new byte[frame] : copy;
              from.get(at + t * frame, copy);
              sums[k] += copy[0];
            }
          }
        });
    return (System.nanoTime() - start) / 1e9;
  }

  /** Goes through the set's windows, epoch after epoch, until so many bytes have passed. */
  private static void stream(Path folder, double gigabytes) {
    ClipSet clips = Clips.open(folder, Reading.all());
    long passed = 0;
    long peak = 0;
    for (MemoryPoolMXBean pool : pools()) {
      pool.resetPeakUsage();
    }
    long start = System.nanoTime();
    for (int epoch = 0; passed < gigabytes * 1e9; epoch++) {
      for (Clip window : clips.windows(16).shuffled(epoch).prefetched(2)) {
        passed += 16L * window.channels() * window.height() * window.width();
        if (passed >= gigabytes * 1e9) {
          break;
        }
        long kept = 0;
        for (MemoryPoolMXBean pool : pools()) {
          kept += pool.getCollectionUsage() == null ? 0 : pool.getCollectionUsage().getUsed();
        }
        peak = Math.max(peak, kept);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    answer(seconds, passed / 1e9, peak / 1e6, Runtime.getRuntime().maxMemory() / 1e6);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void inParallel(int threads, IntConsumer work) throws Exception {
    Thread[] all = new Thread[threads];
    for (int k = 0; k < threads; k++) {
      int mine = k;
      all[k] = new Thread(() -> work.accept(mine));
      all[k].start();
    }
    for (Thread thread : all) {
      thread.join();
    }
  }

  private static void answer(double... values) {
    StringBuilder line = new StringBuilder("answer");
    for (double value : values) {
      line.append(String.format(Locale.ROOT, " %.6f", value));
    }
    System.out.println(line);
  }
}
