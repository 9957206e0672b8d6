package org.orrery.kernel.shell;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs what JShell compiled, in this JVM and on the calling thread, and keeps the value or the
 * exception itself, of which JShell would pass on only texts.
 */
final class CellControl implements ExecutionControl {

  private final CellLoader loader = CellLoader.over(CellControl.class.getClassLoader());
  private final Interruption interruption;
  private Object value;
  private Throwable thrown;

  CellControl(Interruption interruption) {
    this.interruption = interruption;
  }

  ClassLoader loader() {
    return loader;
  }

  /** The value of what ran last, forgotten here. */
  Object takeValue() {
    var taken = value;
    value = null;
    return taken;
  }

  /** What the code that ran last threw, forgotten here; null when it ended well. */
  Throwable takeThrown() {
    var taken = thrown;
    thrown = null;
    return taken;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    var installed = new boolean[classes.length];
    for (var one : classes) {
      loader.declare(one.name(), one.bytecodes());
    }
    try {
      for (int i = 0; i < classes.length; i++) {
        Class.forName(classes[i].name(), false, loader);
        installed[i] = true;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ClassInstallException("cannot load a cell's class: " + e, installed);
    }
  }

  /** JShell then loads the new version under another name. */
  @Override
  public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
    throw new NotImplementedException("classes of cells are loaded anew, not redefined");
  }

  @Override
  public String invoke(String className, String methodName)
      throws UserException, ResolutionException, InternalException {
    value = null;
    thrown = null;
    try {
      var method = Class.forName(className, false, loader).getDeclaredMethod(methodName);
      method.setAccessible(true);
      value = interruption.userCode(() -> method.invoke(null));
      return "";
    } catch (InvocationTargetException e) {
      throw passOn(e.getCause());
    } catch (Error e) { // a failed static initializer, no stack or memory left, an interrupt
      throw passOn(e);
    } catch (Exception e) {
      throw new InternalException("cannot run " + className + ": " + e);
    }
  }

  private UserException passOn(Throwable cause) throws ResolutionException {
    if (cause instanceof SPIResolutionException unresolved) {
      throw new ResolutionException(unresolved.id(), new StackTraceElement[0]);
    }
    thrown = cause;
    return new UserException("", cause.getClass().getName(), new StackTraceElement[0]);
  }

  @Override
  public String varValue(String className, String varName) throws InternalException {
    try {
      var field = Class.forName(className, false, loader).getDeclaredField(varName);
      field.setAccessible(true);
      return String.valueOf(field.get(null));
    } catch (ReflectiveOperationException e) {
      throw new InternalException("cannot read " + varName + ": " + e);
    }
  }

  @Override
  public void addToClasspath(String path) throws InternalException {
    try {
      for (var entry : path.split(File.pathSeparator)) {
        loader.addURL(Path.of(entry).toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new InternalException("class path entry " + path + ": " + e.getMessage());
    }
  }

  /** JShell's own stop is not used: see {@link Interruption}. */
  @Override
  public void stop() {}

  @Override
  public Object extensionCommand(String command, Object arg) throws NotImplementedException {
    throw new NotImplementedException("no extension command " + command);
  }

  @Override
  public void close() {}
}
