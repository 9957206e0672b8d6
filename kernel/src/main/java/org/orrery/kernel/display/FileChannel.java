package org.orrery.kernel.display;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Displays without a notebook: the richest form of a bundle becomes a file whose path is printed;
 * plain text is printed itself.
 */
final class FileChannel implements DisplayChannel {

  private static final Map<String, String> ENDINGS_RICHEST_FIRST = new LinkedHashMap<>();

  static {
    ENDINGS_RICHEST_FIRST.put("text/html", "html");
    ENDINGS_RICHEST_FIRST.put("image/svg+xml", "svg");
    ENDINGS_RICHEST_FIRST.put("image/png", "png");
    ENDINGS_RICHEST_FIRST.put("image/jpeg", "jpg");
    ENDINGS_RICHEST_FIRST.put("image/gif", "gif");
    ENDINGS_RICHEST_FIRST.put("text/markdown", "md");
  }

  private final Path folder;
  private final PrintStream out;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  private FileChannel(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  static FileChannel in(Path folder, PrintStream out) {
    return new FileChannel(folder, out);
  }

  static FileChannel inWorkingFolder() {
    return new FileChannel(Path.of("orrery-out"), System.out);
  }

  @Override
  public void display(String id, MimeBundle bundle) {
    show(id, bundle, true);
  }

  /** An update rewrites its file silently: what moves on a screen would flood a console. */
  @Override
  public void update(String id, MimeBundle bundle) {
    show(id, bundle, false);
  }

  /** Nothing to do: what is printed stays, and files are kept. */
  @Override
  public void clear(boolean wait) {}

  /** Asks on the terminal, or reads standard input where there is none. */
  @Override
  public String ask(String prompt, boolean password) throws IOException {
    var console = System.console();
    if (console != null && password) {
      return new String(answered(console.readPassword("%s", prompt)));
    }
    out.print(prompt);
    out.flush();
    return answered(Standard.INPUT.readLine());
  }

  private static <T> T answered(T answer) throws IOException {
    if (answer == null) {
      throw new EOFException(
          "a question was asked, but standard input has ended: give the answer there, or the value"
              + " in the code");
    }
    return answer;
  }

  private void show(String id, MimeBundle bundle, boolean announced) {
    var mime = richestIn(bundle);
    if (mime.isEmpty()) {
      out.println(bundle.data().getOrDefault(MimeBundle.PLAIN, bundle.data()));
      return;
    }
    var number = numbers.computeIfAbsent(id, unseen -> numbers.size() + 1);
    var name = "display-%03d.%s".formatted(number, ENDINGS_RICHEST_FIRST.get(mime.get()));
    var file = write(name, bytes(mime.get(), bundle));
    if (announced) {
      out.println("displayed: " + file);
    }
  }

  private static Optional<String> richestIn(MimeBundle bundle) {
    return ENDINGS_RICHEST_FIRST.keySet().stream()
        .filter(mime -> bundle.data().get(mime) instanceof String)
        .findFirst();
  }

  private static byte[] bytes(String mime, MimeBundle bundle) {
    var form = (String) bundle.data().get(mime);
    var isText = mime.startsWith("text/") || mime.endsWith("+xml");
    return isText ? form.getBytes(StandardCharsets.UTF_8) : Base64.getMimeDecoder().decode(form);
  }

  private Path write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      // Not createTempFile, whose file only its owner may read.
      var aside = folder.resolve(name + "-" + UUID.randomUUID() + ".part");
      Files.write(aside, bytes);
      return Files.move(aside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s: displays without a notebook become files in %s; make it writable"
              .formatted(name, folder.toAbsolutePath()),
          e);
    }
  }

  /** Buffered once, so that no line is lost between two questions. */
  private static final class Standard {
    static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));
  }
}
