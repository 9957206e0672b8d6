package org.orrery.kernel.magic.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;

/** {@code %%writefile FILE} writes the cell into a file. */
public final class WriteFileMagic implements MagicSet {

  private static final Set<String> APPEND = Set.of("-a", "--append");

  @Override
  public void addTo(Magics magics) {
    magics.cell(
        "writefile",
        "%%writefile [-a] FILE",
        "writes the cell into a file; -a appends to it",
        (call, workspace) -> write(call));
  }

  private static Object write(MagicCall call) {
    var names = call.words().stream().filter(word -> !APPEND.contains(word)).toList();
    if (names.size() != 1) {
      throw new MagicException(
          "expected %%writefile [-a] FILE, received %%writefile " + call.raw());
    }
    var file = Path.of(names.get(0)).toAbsolutePath().normalize();
    var appends = names.size() < call.words().size();
    try {
      if (appends) {
        Files.writeString(file, call.body(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } else {
        Files.writeString(file, call.body());
      }
    } catch (IOException e) {
      throw new MagicException("%%writefile cannot write " + file + ": " + e, e);
    }
    System.out.println((appends ? "appended to " : "wrote ") + file);
    return null;
  }
}
