package io.github.spencerpark.jupyter.kernel.magic.common;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code %sh PROGRAM ARGUMENT...} runs a program and gives what it prints. */
public final class Shell {

  private Shell() {}

  /** The lines that a program prints. */
  @LineMagic
  public static List<String> sh(List<String> command) throws Exception {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      var printed = process.getInputStream().readAllBytes();
      process.waitFor();
      return new String(printed, StandardCharsets.UTF_8).lines().toList();
    } finally {
      process.destroy();
    }
  }
}
