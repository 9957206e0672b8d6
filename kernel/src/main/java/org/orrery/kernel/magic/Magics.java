package org.orrery.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The magics that cells can use.
 *
 * <pre>{@code
 * var magics = Magics.of(workspace);
 * for (var part : CellParts.split(code)) {
 *   var shown = part instanceof CellPart.Java java ? compileAndRun(java) : magics.run(part);
 * }
 * }</pre>
 *
 * <p>The magics of the class path are looked for when the first one is used, and again whenever a
 * name is unknown, so that a jar can bring its own.
 */
public final class Magics {

  /**
   * A magic as {@code %help} lists it.
   *
   * @param usage its form, such as {@code %maven GROUP:ARTIFACT:VERSION...}
   * @param summary what it does, in a line
   */
  public record Entry(String name, String usage, String summary, Magic magic) {}

  private final Workspace workspace;
  private final Map<String, Entry> lineMagics = new TreeMap<>();
  private final Map<String, Entry> cellMagics = new TreeMap<>();
  private final Set<Class<?>> found = new HashSet<>();
  private final List<Consumer<ClassLoader>> whenClassPathGrows = new ArrayList<>();

  private Magics(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The magics of the class path, acting on {@code workspace}. */
  public static Magics of(Workspace workspace) {
    return new Magics(workspace);
  }

  /** Registers a line magic, in the place of one of that name. */
  public void line(String name, String usage, String summary, Magic magic) {
    lineMagics.put(name, new Entry(name, usage, summary, magic));
  }

  /** Registers a cell magic, in the place of one of that name. */
  public void cell(String name, String usage, String summary, Magic magic) {
    cellMagics.put(name, new Entry(name, usage, summary, magic));
  }

  /** Tells {@code listener} whenever a magic has added to the class path. */
  public void whenClassPathGrows(Consumer<ClassLoader> listener) {
    whenClassPathGrows.add(listener);
  }

  /** What the magics act on. */
  public Workspace workspace() {
    return workspace;
  }

  /** Every line magic, by name. */
  public Collection<Entry> lineMagics() {
    findOfClassPath();
    return lineMagics.values();
  }

  /** Every cell magic, by name. */
  public Collection<Entry> cellMagics() {
    findOfClassPath();
    return cellMagics.values();
  }

  /**
   * Runs the magic that {@code part} is.
   *
   * @return the value to show, if the part is the last one of its cell
   * @throws MagicException when there is no such magic, or it cannot do its work
   * @throws Exception what code of the cell throws
   */
  public Optional<Object> run(CellPart part) throws Exception {
    Object value;
    if (part instanceof CellPart.Line line) {
      value = runLine(line.call());
    } else if (part instanceof CellPart.Whole whole) {
      value = runCell(whole.call());
    } else {
      throw new IllegalArgumentException("expected a magic, received Java: " + part);
    }
    return value instanceof Magic.Quiet ? Optional.empty() : Optional.ofNullable(value);
  }

  /** Runs a line magic; its value. */
  Object runLine(MagicCall call) throws Exception {
    if (call.name().startsWith("%")) {
      throw new MagicException(
          "%%%s is a cell magic and takes the whole cell: make it the first line of a cell"
              .formatted(call.name()));
    }
    return run(find(call.name(), lineMagics, "%", cellMagics, "%%"), call);
  }

  /** Runs a cell magic; its value. */
  Object runCell(MagicCall call) throws Exception {
    return run(find(call.name(), cellMagics, "%%", lineMagics, "%"), call);
  }

  private Object run(Entry entry, MagicCall call) throws Exception {
    var before = workspace.classPath().size();
    var value = entry.magic().run(call, workspace);
    if (workspace.classPath().size() > before) {
      var loader = loader();
      List.copyOf(whenClassPathGrows).forEach(listener -> listener.accept(loader));
    }
    return value;
  }

  private Entry find(
      String name,
      Map<String, Entry> wanted,
      String sign,
      Map<String, Entry> others,
      String otherSign) {
    if (!wanted.containsKey(name)) {
      findOfClassPath();
    }
    var entry = wanted.get(name);
    if (entry == null) {
      throw new MagicException(
          UnknownMagic.words(sign, name, wanted.keySet(), otherSign, others.keySet()));
    }
    return entry;
  }

  private void findOfClassPath() {
    ServiceLoader.load(MagicSet.class, loader()).stream()
        .filter(set -> found.add(set.type()))
        .forEach(set -> set.get().addTo(this));
    if (found.add(HelpMagics.class)) {
      new HelpMagics(this).register();
    }
  }

  /** The loader of the cells, which is that of the thread that runs them. */
  private ClassLoader loader() {
    var loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? getClass().getClassLoader() : loader;
  }
}
