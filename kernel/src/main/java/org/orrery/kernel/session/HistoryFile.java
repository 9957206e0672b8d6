package org.orrery.kernel.session;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.orrery.kernel.session.History.Input;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cells of earlier sessions, a JSON line each in a file of the user's that all kernels append
 * to. Reading and writing take turns under a lock of the file's, so two kernels side by side lose
 * nothing; once it is larger than {@value #MOST_BYTES} bytes the older half is dropped.
 */
final class HistoryFile implements AutoCloseable {

  private static final long MOST_BYTES = 1 << 20;
  private static final int GOODBYE_SECONDS = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** A file's lock keeps other processes out, not other threads. */
  private static final Object IN_THIS_PROCESS = new Object();

  private final Optional<Path> path;
  private final PrintStream log;
  private final String session = UUID.randomUUID().toString();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "history-file");
            thread.setDaemon(true);
            return thread;
          });
  private List<String> found;
  private List<Input> earlier;
  private int sessions;
  private boolean failed;

  private HistoryFile(Optional<Path> path, PrintStream log) {
    this.path = path;
    this.log = log;
  }

  /** The file at {@code path}, which need not be there; none at all when it is empty. */
  static HistoryFile at(Optional<Path> path, PrintStream log) {
    var file = new HistoryFile(path, log);
    file.writer.execute(file::found); // first: what is appended later is no earlier session
    return file;
  }

  /** Where the user's programs keep their data. */
  static Optional<Path> ofUser(Map<String, String> environment, String home) {
    if ("off".equals(environment.get("ORRERY_HISTORY"))) {
      return Optional.empty();
    }
    var data =
        Optional.ofNullable(environment.get("XDG_DATA_HOME"))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .or(() -> Optional.ofNullable(home).map(h -> Path.of(h, ".local", "share")));
    return data.map(folder -> folder.resolve("orrery").resolve("history.jsonl"));
  }

  /** Appends a cell of this session, in the background. */
  void add(int number, String code) {
    try {
      path.ifPresent(file -> writer.execute(() -> append(file, number, code)));
    } catch (RejectedExecutionException closed) {
      return; // a cell that began while the kernel ended
    }
  }

  /** The cells of the sessions before this one, oldest first, their sessions numbered from 1. */
  synchronized List<Input> earlier() {
    if (earlier == null) {
      var numbers = new HashMap<String, Integer>();
      earlier = found().stream().flatMap(line -> input(line, numbers).stream()).toList();
      sessions = numbers.size();
      found = List.of();
    }
    return earlier;
  }

  /** The lines in the file at the start; to understand them all takes longer than the start may. */
  private synchronized List<String> found() {
    if (found == null) {
      found = path.filter(Files::exists).map(this::read).orElse(List.of());
    }
    return found;
  }

  /** How many sessions there were before this one. */
  synchronized int sessions() {
    earlier();
    return sessions;
  }

  /** Waits until everything that was added is written. */
  @Override
  public void close() throws InterruptedException {
    writer.shutdown();
    writer.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
  }

  private List<String> read(Path file) {
    try {
      return alone(file, HistoryFile::lines);
    } catch (IOException e) {
      tell("read", file, e);
      return List.of();
    }
  }

  private static Optional<Input> input(String line, Map<String, Integer> numbers) {
    try {
      var fields = JSON.readValue(line, FIELDS);
      if (fields != null
          && fields.get("session") instanceof String session
          && fields.get("number") instanceof Integer number
          && fields.get("code") instanceof String code) {
        var its = numbers.computeIfAbsent(session, unseen -> numbers.size() + 1);
        return Optional.of(new Input(its, number, code, null));
      }
    } catch (JacksonException cutShort) {
      return Optional.empty(); // by a machine that stopped meanwhile: the other lines are good
    }
    return Optional.empty();
  }

  private void append(Path file, int number, String code) {
    var line =
        JSON.writeValueAsString(Map.of("session", session, "number", number, "code", code)) + "\n";
    try {
      Files.createDirectories(file.getParent());
      alone(
          file,
          channel -> {
            if (channel.size() > MOST_BYTES) {
              dropOlderHalf(channel);
            }
            write(channel.position(channel.size()), line);
            return null;
          });
    } catch (IOException e) {
      tell("write", file, e);
    }
  }

  /** Work on the file. */
  @FunctionalInterface
  private interface Work<T> {
    T on(FileChannel channel) throws IOException;
  }

  /** Does {@code work} while no other kernel reads or writes the file. */
  private static <T> T alone(Path file, Work<T> work) throws IOException {
    synchronized (IN_THIS_PROCESS) {
      try (var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.lock(); // until the channel is closed
        return work.on(channel);
      }
    }
  }

  private static void dropOlderHalf(FileChannel channel) throws IOException {
    var lines = lines(channel);
    var kept = String.join("\n", lines.subList(lines.size() / 2, lines.size())) + "\n";
    channel.truncate(0);
    write(channel.position(0), kept);
  }

  private static List<String> lines(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate((int) channel.size());
    channel.position(0);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
  }

  private static void write(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Once: a history that cannot be kept is no reason to disturb every cell. */
  private synchronized void tell(String what, Path file, IOException e) {
    if (!failed) {
      failed = true;
      log.println("orrery kernel: cannot %s the history in %s: %s".formatted(what, file, e));
    }
  }
}
