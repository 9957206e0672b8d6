package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes clips as HDF5 in stable-worldmodel's layout: {@code pixels} uint8 [frame, height, width,
 * channel] of all clips, a float32 column [frame, k] for every variable, {@code ep_len} and {@code
 * ep_offset}; and the attribute {@code orrery} with the rate, the scale and the units. One clip at
 * a time is in memory, beside the variables of all.
 */
final class Hdf5Writer {
  private final Map<String, List<float[]>> columns = new LinkedHashMap<>();
  private final List<Integer> lengths = new ArrayList<>();
  private Clip first;
  private Hdf5Chunks pixels;

  private Hdf5Writer() {}

  static void write(Iterable<Clip> clips, Path file) throws IOException {
    new Hdf5Writer().run(clips, file);
  }

  private void run(Iterable<Clip> clips, Path file) throws IOException {
    try (Hdf5Stream hdf = new Hdf5Stream(file)) {
      for (Clip clip : clips) {
        add(clip, hdf);
      }
      if (first == null) {
        throw new IOException("there is no clip to write; give a set with one at least");
      }
      hdf.chunked("pixels", Hdf5Type.UINT8, pixels);
      for (Map.Entry<String, List<float[]>> column : columns.entrySet()) {
        column(column.getKey(), column.getValue(), hdf);
      }
      episodes(hdf);
      hdf.finish(ArrayNotes.NAME, ArrayNotes.json(first));
    }
  }

  private void add(Clip clip, Hdf5Stream hdf) throws IOException {
    if (first == null) {
      first = clip;
      pixels = new Hdf5Chunks(clip.height(), clip.width(), clip.channels());
      clip.variables().keySet().forEach(name -> columns.put(name, new ArrayList<>()));
    }
    SameKind.check(first, clip);
    for (int t = 0; t < clip.frames(); t++) {
      pixels.add(interleaved(clip.frame(t), clip.channels()), hdf);
    }
    clip.variables()
        .forEach((name, variable) -> columns.get(name).addAll(List.of(variable.values())));
    lengths.add(clip.frames());
  }

  /** From [channel, height, width] to [height, width, channel]. */
  private static byte[] interleaved(byte[] frame, int channels) {
    byte[] turned = new byte[frame.length];
    int area = frame.length / channels;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        turned[i * channels + c] = frame[c * area + i];
      }
    }
    return turned;
  }

  private static void column(String name, List<float[]> rows, Hdf5Stream hdf) throws IOException {
    long at = hdf.position();
    int k = rows.get(0).length;
    for (float[] row : rows) {
      Hdf5Bytes bytes = new Hdf5Bytes();
      for (float value : row) {
        bytes.four(Float.floatToIntBits(value));
      }
      hdf.append(bytes);
    }
    hdf.contiguous(name, Hdf5Type.FLOAT32, at, rows.size(), k);
  }

  private void episodes(Hdf5Stream hdf) throws IOException {
    Hdf5Bytes counts = new Hdf5Bytes();
    Hdf5Bytes starts = new Hdf5Bytes();
    long offset = 0;
    for (int length : lengths) {
      counts.four(length);
      starts.eight(offset);
      offset += length;
    }
    hdf.contiguous("ep_len", Hdf5Type.INT32, hdf.append(counts), lengths.size());
    hdf.contiguous("ep_offset", Hdf5Type.INT64, hdf.append(starts), lengths.size());
  }
}
