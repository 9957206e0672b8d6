package org.orrery.workbench.clips;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HDF5 in three layouts: stable-worldmodel's (all frames in one dataset, {@code ep_len} and {@code
 * ep_offset} beside it), C-SWM's (a group for each episode with {@code obs} and {@code next_obs}),
 * and one dataset of frames with those of its variables.
 */
final class Hdf5File implements Format {
  private static final Set<String> ENDINGS = Set.of("h5", "hdf5", "hdf");
  private static final String LENGTHS = "ep_len";
  private static final String OFFSETS = "ep_offset";

  @Override
  public String name() {
    return "an HDF5 file";
  }

  @Override
  public boolean matches(Path path) {
    return ENDINGS.contains(Places.ending(path.toString())) && Files.isRegularFile(path);
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    return SingleClip.of(open(path), reading);
  }

  /** Opens it; the file stays open as long as the archive is in use. */
  @Override
  public Archive open(Path path) throws IOException {
    try {
      HdfFile file = new HdfFile(path);
      try {
        return archive(Places.stem(path), file);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        file.close();
        throw e;
      }
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // jHDF makes room for whatever a broken header asks for, and follows loops of links.
      throw new IOException(
          "the file is broken or cut short (%s); it has %d bytes: copy or download it again"
              .formatted(e.getMessage(), Files.size(path)),
          e);
    }
  }

  private static Archive archive(String id, HdfFile file) throws IOException {
    List<Rows> arrays = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Node node : file.getChildren().values()) {
      if (node instanceof Dataset dataset) {
        Hdf5Rows.of(dataset).ifPresent(arrays::add);
      } else if (node instanceof Group group) {
        groups.add(group);
      }
    }
    ArrayNotes notes = notes(file);
    Optional<Rows> lengths = named(arrays, LENGTHS);
    Optional<Rows> offsets = named(arrays, OFFSETS);
    if (lengths.isPresent() && offsets.isPresent()) {
      return episodes(id, arrays, lengths.get(), offsets.get(), notes);
    }
    if (arrays.isEmpty() && groups.stream().anyMatch(CswmEpisode::is)) {
      return CswmEpisodes.of(id, groups);
    }
    return ArrayClips.of(id, arrays, notes);
  }

  private static Archive episodes(
      String id, List<Rows> arrays, Rows lengths, Rows offsets, ArrayNotes notes)
      throws IOException {
    List<Rows> columns = new ArrayList<>(arrays);
    columns.removeAll(List.of(lengths, offsets));
    Rows pixels = PixelArray.among(columns);
    int rows = pixels.shape()[0];
    double[] length = lengths.numbers(0, lengths.shape()[0]);
    double[] offset = offsets.numbers(0, offsets.shape()[0]);
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < length.length; i++) {
      if (i >= offset.length || offset[i] < 0 || length[i] < 1 || offset[i] + length[i] > rows) {
        throw new IOException(
            "episode %d has frames %s to %s, but %s has %d rows"
                .formatted(
                    i,
                    i < offset.length ? Numbers.show(offset[i]) : "?",
                    i < offset.length ? Numbers.show(offset[i] + length[i]) : "?",
                    pixels.name(),
                    rows));
      }
      episodes.add(new Episode(id + "-" + i, (int) offset[i], (int) length[i]));
    }
    List<Rows> variables =
        columns.stream()
            .filter(column -> column != pixels && column.shape()[0] == rows)
            .filter(column -> column.shape().length <= 2 && column.rowSize() > 0)
            .toList();
    return ArrayClips.of(pixels, variables, episodes, notes);
  }

  private static ArrayNotes notes(HdfFile file) throws IOException {
    Attribute attribute = file.getAttributes().get(ArrayNotes.NAME);
    return attribute == null ? ArrayNotes.none() : ArrayNotes.of(String.valueOf(text(attribute)));
  }

  private static Object text(Attribute attribute) {
    Object data = attribute.getData();
    return data instanceof Object[] many ? Arrays.stream(many).findFirst().orElse("") : data;
  }

  private static Optional<Rows> named(List<Rows> arrays, String name) {
    return arrays.stream().filter(rows -> rows.name().equals(name)).findFirst();
  }
}
