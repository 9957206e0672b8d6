package org.orrery.workbench.clips;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes clips as HDF5 in stable-worldmodel's layout: {@code pixels} uint8 [frame, height, width,
 * channel] of all clips, a float32 column [frame, k] for every variable, {@code ep_len} and {@code
 * ep_offset}; and the attribute {@code orrery} with the rate, the scale and the units. jHDF takes a
 * dataset as one nested array, so the pixels of a file are bounded.
 */
final class Hdf5Writer {
  private static final long MOST = 256L << 20;

  private Hdf5Writer() {}

  /** The clips of a set, if they are alike and go into one file; told before any is written. */
  static List<Clip> fitting(Iterable<Clip> set) throws IOException {
    List<Clip> clips = new ArrayList<>();
    long size = 0;
    for (Clip clip : set) {
      size += clip.bytes();
      if (size > MOST) {
        throw new IOException(
            "the first %d clips have %d bytes of pixels; at most %d go into one HDF5 file: write several with subset(from, to), or a LeRobot folder"
                .formatted(clips.size() + 1, size, MOST));
      }
      clips.add(clip);
      SameKind.check(clips.get(0), clip);
    }
    return clips;
  }

  static void write(List<Clip> clips, Path file) throws IOException {
    Clip first = clips.get(0);
    int total = clips.stream().mapToInt(Clip::frames).sum();
    DatasetCreationOptions unsigned =
        DatasetCreationOptions.builder()
            .unsigned()
            .chunkDimensions(1, first.height(), first.width(), first.channels())
            .deflate(4)
            .build();
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("pixels", pixels(clips, total), unsigned);
      for (String name : first.variables().keySet()) {
        float[][] column = new float[total][];
        int at = 0;
        for (Clip clip : clips) {
          for (float[] row : clip.variable(name).values()) {
            column[at++] = row;
          }
        }
        hdf.putDataset(name, column);
      }
      int[] lengths = clips.stream().mapToInt(Clip::frames).toArray();
      long[] offsets = new long[lengths.length];
      for (int i = 1; i < offsets.length; i++) {
        offsets[i] = offsets[i - 1] + lengths[i - 1];
      }
      hdf.putDataset("ep_len", lengths);
      hdf.putDataset("ep_offset", offsets);
      hdf.putAttribute(ArrayNotes.NAME, ArrayNotes.json(first));
    } catch (RuntimeException e) {
      throw new IOException("writing HDF5 failed: " + e.getMessage(), e);
    }
  }

  private static byte[][][][] pixels(List<Clip> clips, int total) {
    Clip first = clips.get(0);
    byte[][][][] pixels = new byte[total][first.height()][first.width()][first.channels()];
    int at = 0;
    for (Clip clip : clips) {
      for (int t = 0; t < clip.frames(); t++, at++) {
        byte[] frame = clip.frame(t);
        int i = 0;
        for (int c = 0; c < clip.channels(); c++) {
          for (int y = 0; y < clip.height(); y++) {
            for (int x = 0; x < clip.width(); x++) {
              pixels[at][y][x][c] = frame[i++];
            }
          }
        }
      }
    }
    return pixels;
  }
}
