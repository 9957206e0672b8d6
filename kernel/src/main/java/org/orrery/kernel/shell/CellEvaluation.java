package org.orrery.kernel.shell;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.kernel.shell.CellCompiler.Compiled;
import org.orrery.kernel.shell.CellSources.Wrapper;

/**
 * Evaluates the Java of a cell: compiles it as a unit, makes known what it declares, and runs it.
 */
final class CellEvaluation {

  private static final int APART = 1_000_000_000;

  private final Javac javac;
  private final Scope scope;
  private final CellLoader loader;
  private final CellSourceLines lines;
  private final WaitingMembers waiting = new WaitingMembers();
  private int serial;

  CellEvaluation(Javac javac, Scope scope, CellLoader loader, CellSourceLines lines) {
    this(javac, scope, loader, lines, 0);
  }

  /** An evaluation whose classes share no name with those of the usual one. */
  static CellEvaluation apart(Javac javac, Scope scope, CellLoader loader, CellSourceLines lines) {
    return new CellEvaluation(javac, scope, loader, lines, APART);
  }

  private CellEvaluation(
      Javac javac, Scope scope, CellLoader loader, CellSourceLines lines, int serial) {
    this.serial = serial;
    this.javac = javac;
    this.scope = scope;
    this.loader = loader;
    this.lines = lines;
  }

  /** A cell that is compiled and loaded: what is left is to run it. */
  private record Ready(Compiled compiled, Class<?> holder) {}

  /**
   * Reads {@code cell} without compiling it.
   *
   * @throws CompileFailedException when it is no Java
   */
  void read(Cell cell) throws CompileFailedException {
    synchronized (javac) {
      CellParser.parse(cell, javac);
    }
  }

  /** The value of {@code cell}, or {@link CellResult#NONE}. */
  Object run(Cell cell, Interruption interruption)
      throws CompileFailedException, ThrownByCellException {
    var ready = prepare(cell);
    if (ready == null) {
      return CellResult.NONE;
    }
    try {
      var method = ready.holder().getMethod(CellSources.RUN);
      return interruption.userCode(() -> method.invoke(null));
    } catch (InvocationTargetException e) {
      throw new ThrownByCellException(e.getCause());
    } catch (Error e) { // a failed static initializer, no stack or memory left, an interrupt
      throw new ThrownByCellException(e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot run cell " + cell.number(), e);
    } finally {
      synchronized (javac) {
        declareVariables(ready);
      }
    }
  }

  private Ready prepare(Cell cell) throws CompileFailedException, ThrownByCellException {
    synchronized (javac) {
      var pieces = CellParser.parse(cell, javac);
      if (pieces.isEmpty()) {
        return null;
      }
      try {
        return prepare(cell, pieces);
      } catch (CompileFailedException e) {
        var imports = pieces.stream().filter(Piece.Import.class::isInstance).toList();
        if (imports.isEmpty() || waiting.isEmpty()) {
          throw e;
        }
        prepare(cell, imports); // what waits for them may be what the cell lacks
        return prepare(cell, pieces);
      }
    }
  }

  private Ready prepare(Cell cell, List<Piece> pieces)
      throws CompileFailedException, ThrownByCellException {
    var compiled = new CellCompiler(javac, scope).compile(cell, pieces, "$Cell" + ++serial);
    try {
      var ready = new Ready(compiled, load(compiled));
      waiting.retry(pieces, this::retry);
      return ready;
    } catch (LinkageError | ReflectiveOperationException e) {
      throw new ThrownByCellException(e);
    }
  }

  /** Loads the classes and makes the members known. */
  private Class<?> load(Compiled compiled) throws ReflectiveOperationException {
    var plan = compiled.plan();
    var before = scope.holders();
    var own = compiled.wrappers().get(0).name();
    var passes =
        plan.leavesNothing()
            && compiled.classes().values().stream()
                .noneMatch(one -> CellBytecode.usesTypesOfCells(one, own));
    var into = passes ? loader.passing() : loader;
    for (var wrapper : compiled.wrappers()) {
      var source = lines.remember(wrapper.name(), wrapper.text().cell());
      var inCell = wrapper.text().linesInCell();
      compiled
          .classes()
          .forEach(
              (name, bytes) -> {
                if (isOf(wrapper, name)) {
                  into.declare(name, bytes, source, inCell);
                }
              });
    }
    if (!plan.leavesNothing()) {
      javac.keep(compiled.classes());
    }
    plan.pieces.stream()
        .filter(Piece.Import.class::isInstance)
        .forEach(one -> scope.add(one.text()));
    plan.declared.forEach(waiting::arrived);
    plan.carried.values().forEach(one -> waiting.arrived(one.piece()));
    for (var piece : plan.pieces) {
      if (piece instanceof Piece.Member member
          && plan.facts.waiting.containsKey(member.identity())) {
        waiting.add(member, plan.facts.waiting.get(member.identity()));
      }
    }
    for (var broken : compiled.broken().entrySet()) {
      scope
          .member(broken.getKey())
          .ifPresent(
              one -> {
                scope.remove(one);
                waiting.addBroken(one.piece(), broken.getValue());
              });
    }
    for (var wrapper : compiled.wrappers()) {
      if (!wrapper.members().isEmpty()) {
        declareMembers(wrapper, compiled.needs(), into);
      }
    }
    for (var variable : plan.reset.values()) {
      forgetValue(variable);
      var type = compiled.types().get(variable.name());
      scope.put(new Scope.Variable(variable.name(), type, "", own, variable.cell()));
      System.err.printf(
          "note: %s is reset: its type %s has changed%n", variable.name(), variable.simpleType());
    }
    forgetHolders(before);
    return Class.forName(CellFiles.PACKAGE + "." + own, false, into);
  }

  /** Compiles members of one earlier cell once more. */
  private void retry(List<Piece.Member> members) {
    var cell = members.get(0).cell();
    try {
      var compiled =
          new CellCompiler(javac, scope).compile(cell, List.copyOf(members), "$Cell" + ++serial);
      if (!compiled.plan().declared.isEmpty()) {
        load(compiled);
      }
    } catch (CompileFailedException stillMissing) {
      return; // they go on waiting
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot load what waited", e);
    }
  }

  private static boolean isOf(Wrapper wrapper, String className) {
    var own = CellFiles.PACKAGE + "." + wrapper.name();
    return className.equals(own)
        || className.startsWith(own + "$")
        || className.equals(own + "_Others");
  }

  private void declareMembers(
      Wrapper wrapper, Map<Piece.Member, Set<String>> needs, CellLoader into)
      throws ReflectiveOperationException {
    var names = new HashSet<String>();
    for (var member : wrapper.members().keySet()) {
      scope.put(new Scope.Member(member, wrapper.name(), needs.getOrDefault(member, Set.of())));
      if (!member.isType()) {
        names.add(member.name());
      }
    }
    if (!names.isEmpty()) {
      var holder = Class.forName(CellFiles.PACKAGE + "." + wrapper.name(), false, into);
      for (var method : holder.getDeclaredMethods()) {
        if (names.contains(method.getName()) && !method.isSynthetic()) {
          loader
              .links()
              .declare(
                  holder,
                  method.getName(),
                  MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
        }
      }
    }
  }

  /**
   * Makes the new variables known that the cell came to: one that ended early must not take away
   * what its later declarations would have replaced.
   */
  private void declareVariables(Ready ready) {
    var before = scope.holders();
    var added = new ArrayList<CellPlan.Declaration>();
    ready.compiled().plan().variables.values().stream()
        .filter(one -> !one.kept())
        .forEach(added::add);
    if (added.isEmpty()) {
      return;
    }
    var reached = reached(ready.holder());
    var name = ready.holder().getSimpleName();
    for (var one : added.subList(0, Math.min(reached, added.size()))) {
      var type = ready.compiled().types().get(one.name());
      var variable = new Scope.Variable(one.name(), type, one.written(), name, one.piece().cell());
      scope.put(variable).ifPresent(this::forgetValue);
    }
    forgetHolders(before);
  }

  /** Classes of cells that have lost the last thing that could be named in them. */
  private void forgetHolders(Set<String> before) {
    before.removeAll(scope.holders());
    javac.forget(before);
  }

  private static int reached(Class<?> holder) {
    try {
      return holder.getField(CellSources.AT).getInt(null);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      return 0; // the class could not be initialised: nothing has a value
    }
  }

  /** The value of a variable that nothing can name any more must not be kept alive. */
  private void forgetValue(Scope.Variable variable) {
    try {
      var holder = Class.forName(CellFiles.PACKAGE + "." + variable.holder(), false, loader);
      var field = holder.getField(variable.name());
      if (!field.getType().isPrimitive()) {
        field.set(null, null);
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("no field for " + variable, e);
    }
  }

  /** The present value of {@code variable}. */
  Object value(Scope.Variable variable) {
    try {
      var holder = Class.forName(CellFiles.PACKAGE + "." + variable.holder(), true, loader);
      return holder.getField(variable.name()).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no field for " + variable, e);
    }
  }

  /** Lets go of all values and methods. */
  void forgetEverything() {
    synchronized (javac) {
      scope.variables().forEach(this::forgetValue);
      javac.forget(scope.holders());
      loader.links().clear();
      waiting.clear();
    }
  }

  /** Every variable with its value. */
  Map<Scope.Variable, Object> values() {
    var values = new LinkedHashMap<Scope.Variable, Object>();
    synchronized (javac) {
      for (var variable : List.copyOf(scope.variables())) {
        values.put(variable, value(variable));
      }
    }
    return values;
  }
}
