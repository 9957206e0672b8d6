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
 * Adds {@link StopCheck} to the classes of cells: at method entry, before jumps backwards, and in
 * place of {@code System.exit}. The calls take and leave nothing on the stack, so no stack map
 * frame changes.
 */
final class CellBytecode {

  private static final String STOP_CHECK = StopCheck.class.getName().replace('.', '/');

  private CellBytecode() {}

  static byte[] stoppable(byte[] bytecode) {
    var reader = new ClassReader(bytecode);
    var writer = new ClassWriter(reader, 0);
    reader.accept(new Checks(writer), 0);
    return writer.toByteArray();
  }

  private static final class Checks extends ClassVisitor {

    Checks(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      var next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return next == null ? null : new MethodChecks(next);
    }
  }

  private static final class MethodChecks extends MethodVisitor {

    private final Set<Label> passed = new HashSet<>();

    MethodChecks(MethodVisitor next) {
      super(Opcodes.ASM9, next);
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
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "check", "()V", false);
    }
  }
}
