package org.orrery.kernel.session;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** The few functions of the C library that capturing file descriptors takes, on 64-bit Unix. */
final class LibC {

  static final short POLLIN = 1;
  static final int UNBUFFERED = 2;

  static {
    System.setProperty("jna.nosys", "true"); // an older one of the system's does not fit
    Native.register(LibC.class, NativeLibrary.getProcess());
  }

  private LibC() {}

  static boolean isKnownHere() {
    return (Platform.isLinux() || Platform.isMac()) && Platform.is64Bit();
  }

  static native int dup(int descriptor);

  static native int dup2(int from, int to);

  static native int pipe(int[] ends);

  static native int poll(Pointer descriptors, long count, int timeoutMillis);

  static native long read(int descriptor, byte[] into, long size);

  static native long write(int descriptor, byte[] bytes, long size);

  static native int setvbuf(Pointer stream, Pointer buffer, int mode, long size);

  /** C's {@code stdout}. */
  static Pointer stdout() {
    return NativeLibrary.getProcess()
        .getGlobalVariableAddress(Platform.isMac() ? "__stdoutp" : "stdout")
        .getPointer(0);
  }
}
