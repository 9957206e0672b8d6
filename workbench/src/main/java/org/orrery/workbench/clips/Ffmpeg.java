package org.orrery.workbench.clips;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Turns FFmpeg's return codes into exceptions, and keeps it from writing on the screen. */
final class Ffmpeg {
  private Ffmpeg() {}

  static void silence() {
    av_log_set_level(AV_LOG_QUIET);
  }

  static int check(int code, String doing) throws IOException {
    if (code < 0) {
      throw new IOException("%s failed: %s".formatted(doing, message(code)));
    }
    return code;
  }

  static <T> T there(T pointer, String what) throws IOException {
    if (pointer == null) {
      throw new IOException("FFmpeg has no " + what);
    }
    return pointer;
  }

  static String message(int code) {
    byte[] text = new byte[256];
    av_strerror(code, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }
}
