package org.orrery.kernel.shell;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * Compiler contexts used again from task to task, so that the symbols of the JDK are read once: 1
 * ms for a small source in place of 8. The pool is javac's own and not exported: the JVM is started
 * with {@value #FLAG} and its like. Without these flags every task gets a fresh context.
 */
final class JavacContexts {

  private static final String FLAG = "--add-exports jdk.compiler/com.sun.tools.javac.api";

  private final Internals internals;
  private final Object pool;

  private JavacContexts(Internals internals, Object pool) {
    this.internals = internals;
    this.pool = pool;
  }

  static JavacContexts create() {
    return Internals.FOUND == null
        ? new JavacContexts(null, null)
        : new JavacContexts(Internals.FOUND, Internals.FOUND.newPool());
  }

  <T> T run(
      JavaCompiler compiler,
      CellFiles files,
      DiagnosticListener<JavaFileObject> diagnostics,
      List<String> options,
      List<JavaFileObject> units,
      Function<JavacTask, T> work) {
    if (internals == null) {
      var task = compiler.getTask(null, files, diagnostics, options, null, units);
      return work.apply((JavacTask) task);
    }
    return internals.run(pool, files, diagnostics, options, units, work);
  }

  /** What is reached by reflection: the pool, and the symbol table to clear of classes of cells. */
  private static final class Internals {

    static final Internals FOUND = find();

    private final Class<?> pool = Class.forName("com.sun.tools.javac.api.JavacTaskPool");
    private final Class<?> worker = Class.forName("com.sun.tools.javac.api.JavacTaskPool$Worker");
    private final Method getTask =
        pool.getMethod(
            "getTask",
            java.io.Writer.class,
            JavaFileManager.class,
            DiagnosticListener.class,
            Iterable.class,
            Iterable.class,
            Iterable.class,
            worker);
    private final Method getContext = in("api.BasicJavacTask").getMethod("getContext");
    private final Class<?> context = in("util.Context");
    private final Method symtab = in("code.Symtab").getMethod("instance", context);
    private final Method names = in("util.Names").getMethod("instance", context);
    private final Method fromString = in("util.Names").getMethod("fromString", String.class);
    private final Method getPackage =
        in("code.Symtab").getMethod("getPackage", in("code.Symbol$ModuleSymbol"), in("util.Name"));
    private final Method getSymbols = in("code.Scope").getMethod("getSymbols");
    private final Class<?> classSymbol = in("code.Symbol$ClassSymbol");
    private final Method removeClass =
        in("code.Symtab").getMethod("removeClass", in("code.Symbol$ModuleSymbol"), in("util.Name"));
    private final Method flatName = in("code.Symbol$ClassSymbol").getMethod("flatName");
    private final Method finder = in("code.ClassFinder").getMethod("instance", context);
    private final Method completer = in("code.ClassFinder").getMethod("getCompleter");

    private final Field unnamedModule = in("code.Symtab").getField("unnamedModule");
    private final Field membersOfPackage =
        in("code.Symbol$PackageSymbol").getField("members_field");
    private final Field membersOfClass = classSymbol.getField("members_field");
    private final Field completerOf = in("code.Symbol").getField("completer");

    private Internals() throws ReflectiveOperationException {}

    private static Internals find() {
      try {
        return new Internals();
      } catch (ReflectiveOperationException | RuntimeException e) {
        System.err.printf(
            "orrery kernel: cells compile slower than they could (%s): start the JVM with %s=ALL-UNNAMED, ...code and ...util%n",
            e.getMessage(), FLAG);
        return null;
      }
    }

    private static Class<?> in(String name) throws ClassNotFoundException {
      return Class.forName("com.sun.tools.javac." + name);
    }

    Object newPool() {
      return call(() -> pool.getConstructor(int.class).newInstance(2));
    }

    @SuppressWarnings("unchecked")
    <T> T run(
        Object onPool,
        CellFiles files,
        DiagnosticListener<JavaFileObject> diagnostics,
        List<String> options,
        List<JavaFileObject> units,
        Function<JavacTask, T> work) {
      var asWorker =
          Proxy.newProxyInstance(
              worker.getClassLoader(),
              new Class<?>[] {worker},
              (proxy, method, arguments) -> {
                var task = (JavacTask) arguments[0];
                var ofTask = getContext.invoke(task); // the task itself forgets it at its end
                try {
                  return work.apply(task);
                } finally {
                  forgetCells(ofTask, files);
                }
              });
      return (T)
          call(
              () ->
                  getTask.invoke(onPool, null, files, diagnostics, options, null, units, asWorker));
    }

    /** The classes of cells change from task to task: the symbols of theirs must not stay. */
    private void forgetCells(Object ofTask, CellFiles files) throws ReflectiveOperationException {
      var symbols = symtab.invoke(null, ofTask);
      var unnamed = unnamedModule.get(symbols);
      var name = fromString.invoke(names.invoke(null, ofTask), CellFiles.PACKAGE);
      var cells = getPackage.invoke(symbols, unnamed, name);
      if (cells == null || membersOfPackage.get(cells) == null) {
        return; // the task named none
      }
      forgetClasses(membersOfPackage.get(cells), symbols, unnamed);
      for (var one : files.keptNames()) { // some are in no scope once their outer class was named
        removeClass.invoke(symbols, unnamed, fromString.invoke(names.invoke(null, ofTask), one));
      }
      membersOfPackage.set(cells, null);
      completerOf.set(cells, completer.invoke(finder.invoke(null, ofTask)));
    }

    private void forgetClasses(Object members, Object symbols, Object unnamed)
        throws ReflectiveOperationException {
      for (var one : (Iterable<?>) getSymbols.invoke(members)) {
        if (classSymbol.isInstance(one)) {
          removeClass.invoke(symbols, unnamed, flatName.invoke(one));
          var inner = membersOfClass.get(one);
          if (inner != null) {
            forgetClasses(inner, symbols, unnamed);
          }
        }
      }
    }

    private interface Call {
      Object call() throws ReflectiveOperationException;
    }

    private static Object call(Call call) {
      try {
        return call.call();
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException fault) {
          throw fault;
        }
        if (e.getCause() instanceof Error fault) {
          throw fault;
        }
        throw new IllegalStateException(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
