package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the array of frames among the arrays of a file. */
final class PixelArray {
  private static final List<String> USUAL =
      List.of("frames", "video", "pixels", "observations", "images", "obs", "arr_0");

  private PixelArray() {}

  static Rows among(List<Rows> arrays) throws IOException {
    List<Rows> fit =
        arrays.stream()
            .filter(rows -> rows.shape().length >= 3 && rows.shape().length <= 5)
            .toList();
    for (String name : USUAL) {
      for (Rows rows : fit) {
        if (rows.name().equals(name)) {
          return rows;
        }
      }
    }
    List<Rows> bytes = fit.stream().filter(rows -> rows.type() == NumberType.UINT8).toList();
    if (bytes.size() == 1) {
      return bytes.get(0);
    }
    if (fit.size() == 1) {
      return fit.get(0);
    }
    throw new IOException(
        "one array of frames is needed, [time, height, width], [time, height, width, channel] or [clip, time, height, width, channel], best called \"frames\"; it holds %s"
            .formatted(
                arrays.isEmpty()
                    ? "none"
                    : arrays.stream().map(Rows::show).collect(Collectors.joining(", "))));
  }
}
