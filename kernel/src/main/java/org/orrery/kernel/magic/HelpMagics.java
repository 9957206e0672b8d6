package org.orrery.kernel.magic;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orrery.kernel.magic.Magics.Entry;

/** {@code %lsmagic} lists the magics, {@code %help} says what they do. */
final class HelpMagics {

  private final Magics magics;

  HelpMagics(Magics magics) {
    this.magics = magics;
  }

  void register() {
    magics.line("lsmagic", "%lsmagic", "lists the magics", (call, workspace) -> list());
    magics.line(
        "help", "%help [MAGIC]", "says what the magics do", (call, workspace) -> help(call.raw()));
  }

  private Object list() {
    System.out.println("line magics: " + names("%", magics.lineMagics()));
    System.out.println("cell magics: " + names("%%", magics.cellMagics()));
    return null;
  }

  private Object help(String of) {
    var name = of.replace("%", "");
    var chosen =
        Stream.of(magics.lineMagics(), magics.cellMagics())
            .flatMap(Collection::stream)
            .filter(entry -> name.isEmpty() || entry.name().equals(name))
            .toList();
    if (chosen.isEmpty()) {
      throw new MagicException("there is no magic %s; %%lsmagic lists all".formatted(of));
    }
    var width = chosen.stream().mapToInt(entry -> entry.usage().length()).max().orElse(0);
    Function<Entry, String> line =
        entry -> ("%-" + width + "s   %s").formatted(entry.usage(), entry.summary());
    chosen.stream().map(line).forEach(System.out::println);
    return null;
  }

  private static String names(String sign, Collection<Entry> entries) {
    return entries.stream().map(entry -> sign + entry.name()).collect(Collectors.joining(" "));
  }
}
