package org.orrery.kernel.magic;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** A workspace over plain JShell in this JVM: what magics need of an evaluation, and no more. */
public final class JShellWorkspace implements Workspace, AutoCloseable {

  /** Where evaluated code leaves its value. */
  public static final AtomicReference<Object> VALUE = new AtomicReference<>();

  private final List<Path> classPath = new ArrayList<>();
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private JShell jshell;

  public JShellWorkspace() {
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(classPath::add);
    reset();
  }

  @Override
  public void addToClassPath(List<Path> entries) {
    classPath.addAll(entries);
    entries.forEach(entry -> jshell.addToClasspath(entry.toString()));
    Thread.currentThread().setContextClassLoader(loaderOver(entries));
  }

  /** As a cell's thread has it: services of added jars are found. */
  private static ClassLoader loaderOver(List<Path> entries) {
    var urls =
        entries.stream()
            .map(
                entry -> {
                  try {
                    return entry.toUri().toURL();
                  } catch (MalformedURLException e) {
                    throw new IllegalArgumentException(e);
                  }
                })
            .toArray(URL[]::new);
    return new URLClassLoader(urls, Thread.currentThread().getContextClassLoader());
  }

  @Override
  public List<Path> classPath() {
    return List.copyOf(classPath);
  }

  @Override
  public Object evaluate(String code) throws Exception {
    VALUE.set(null);
    var rest = code;
    while (!rest.isBlank()) {
      var piece = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
      var source = piece.completeness().isComplete() ? piece.source() : rest;
      for (var event : jshell.eval(source)) {
        check(event, source);
        keepValue(event);
      }
      rest = piece.completeness().isComplete() ? piece.remaining() : "";
    }
    return VALUE.get();
  }

  @Override
  public List<Variable> variables() {
    return jshell
        .variables()
        .map(one -> new Variable(one.name(), one.typeName(), jshell.varValue(one)))
        .toList();
  }

  @Override
  public void reset() {
    close();
    jshell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .compilerOptions("-cp", System.getProperty("java.class.path"))
            .build();
    jshell.addToClasspath(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    jshell.eval("import java.util.*;");
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
    if (jshell != null) {
      jshell.close();
    }
  }

  private void keepValue(SnippetEvent event) {
    VALUE.set(null);
    var kind = event.snippet().subKind();
    if (event.snippet() instanceof VarSnippet variable
        && kind == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      keep(variable.name());
    } else if (kind == Snippet.SubKind.VAR_VALUE_SUBKIND) {
      keep(event.snippet().source());
    }
  }

  private void keep(String expression) {
    jshell.eval(JShellWorkspace.class.getName() + ".VALUE.set(" + expression + ");");
  }

  private void check(SnippetEvent event, String source) throws Exception {
    if (event.status() == Snippet.Status.REJECTED) {
      throw new IllegalArgumentException(
          "does not compile: "
              + source
              + jshell
                  .diagnostics(event.snippet())
                  .map(one -> " " + one.getMessage(Locale.ROOT))
                  .collect(Collectors.joining()));
    }
    if (event.exception() != null) {
      throw event.exception();
    }
  }
}
