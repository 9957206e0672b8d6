package org.orrery.kernel.shell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the classes of cells fit for a notebook. They can be stopped: {@link StopCheck} is called
 * at method entry, before jumps backwards, and in place of {@code System.exit}; the calls take and
 * leave nothing on the stack, so no stack map frame changes. They tell the lines of cells. And they
 * call the methods of cells through {@link CellLinks}, so that a method declared again is what
 * earlier code calls.
 */
final class CellBytecode {

  private static final String STOP_CHECK = StopCheck.class.getName().replace('.', '/');

  private static final int CONSTANT_CLASS = 7;

  private CellBytecode() {}

  /**
   * The class for the JVM to load.
   *
   * @param source what stack traces call its file
   * @param lines for each line of its source the line to tell; 0 for none
   * @param stoppable whether to add the checks; without them a larger method fits
   */
  static byte[] forNotebook(byte[] bytecode, String source, int[] lines, boolean stoppable) {
    var reader = new ClassReader(bytecode);
    var writer = new ClassWriter(reader, 0);
    reader.accept(new Changes(writer, source, lines, stoppable), 0);
    return writer.toByteArray();
  }

  /**
   * Whether {@code bytecode} names types of cells other than its own {@code holder}'s: it may need
   * what only classes of the same loader and package may use.
   */
  static boolean usesTypesOfCells(byte[] bytecode, String holder) {
    var reader = new ClassReader(bytecode);
    var buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      var item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == CONSTANT_CLASS) {
        var name = reader.readUTF8(item, buffer);
        if (name.startsWith(CellFiles.PACKAGE + "/$Cell")
            && !name.startsWith(CellFiles.PACKAGE + "/" + holder + "$")
            && !CellLinks.isOfCell(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class Changes extends ClassVisitor {

    private final String source;
    private final int[] lines;
    private final boolean stoppable;

    Changes(ClassVisitor next, String source, int[] lines, boolean stoppable) {
      super(Opcodes.ASM9, next);
      this.source = source;
      this.lines = lines;
      this.stoppable = stoppable;
    }

    @Override
    public void visitSource(String file, String debug) {
      super.visitSource(source, debug);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      var next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return next == null ? null : new MethodChanges(next, lines, stoppable);
    }
  }

  private static final class MethodChanges extends MethodVisitor {

    private final int[] lines;
    private final boolean stoppable;
    private final Set<Label> passed = new HashSet<>();

    MethodChanges(MethodVisitor next, int[] lines, boolean stoppable) {
      super(Opcodes.ASM9, next);
      this.lines = lines;
      this.stoppable = stoppable;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      if (line < lines.length && lines[line] > 0) {
        super.visitLineNumber(lines[line], start);
      }
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      checkBefore(target);
      super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
      checkBefore(otherwise, targets);
      super.visitTableSwitchInsn(min, max, otherwise, targets);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
      checkBefore(otherwise, targets);
      super.visitLookupSwitchInsn(otherwise, keys, targets);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("java/lang/System") && name.equals("exit")) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "exit", descriptor, false);
      } else if (owner.equals("java/lang/Runtime")
          && (name.equals("exit") || name.equals("halt"))) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, STOP_CHECK, "exit", "(Ljava/lang/Runtime;I)V", false);
      } else if (opcode == Opcodes.INVOKESTATIC && CellLinks.isOfCell(owner)) {
        super.visitInvokeDynamicInsn(name, descriptor, CellLinks.BOOTSTRAP, owner);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private void checkBefore(Label first, Label... others) {
      var backwards = passed.contains(first);
      for (var other : others) {
        backwards |= passed.contains(other);
      }
      if (backwards) {
        check();
      }
    }

    private void check() {
      if (!stoppable) {
        return;
      }
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "check", "()V", false);
    }
  }
}
