package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * A WebDataset tar: files whose names are alike up to their first dot belong to one sample. A
 * sample is a clip if it has a video, a NumPy array or numbered pictures; its .json gives its
 * variables.
 */
final class WebDataset implements Format {
  private static final int MOST_ENTRIES = 10_000_000;

  @Override
  public String name() {
    return "a WebDataset tar";
  }

  @Override
  public boolean matches(Path path) {
    String name = path.toString();
    return Files.isRegularFile(path)
        && (Places.ending(name).equals("tar") || name.endsWith(".tar.gz") || name.endsWith(".tgz"));
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    return SingleClip.of(open(path), reading);
  }

  @Override
  public Archive open(Path path) throws IOException {
    if (!Places.ending(path.toString()).equals("tar")) {
      throw new IOException(
          "a compressed tar cannot be read clip by clip; unpack it to a plain .tar first (gunzip)");
    }
    Map<String, TarSample> samples = new LinkedHashMap<>();
    for (TarPart part : parts(path)) {
      samples.computeIfAbsent(part.key(), key -> new TarSample(key, new ArrayList<>())).add(part);
    }
    List<TarSample> clips = samples.values().stream().filter(TarSample::isClip).toList();
    if (clips.isEmpty()) {
      throw new IOException(
          "none of its %d samples has a video, a .npy array, or pictures numbered like name.000.jpg"
              .formatted(samples.size()));
    }
    return new Samples(clips);
  }

  private static List<TarPart> parts(Path path) throws IOException {
    List<TarPart> parts = new ArrayList<>();
    long size = Files.size(path);
    try (TarFile tar = new TarFile(path)) {
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (!entry.isFile() || entry.isSparse()) {
          continue;
        }
        if (entry.getDataOffset() + entry.getSize() > size) {
          throw new IOException(
              "the tar is cut short: it ends at byte %d, inside %s"
                  .formatted(size, entry.getName()));
        }
        parts.add(new TarPart(path, entry.getName(), entry.getDataOffset(), entry.getSize()));
        if (parts.size() > MOST_ENTRIES) {
          throw new IOException("the tar has more than %d entries".formatted(MOST_ENTRIES));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the tar is broken or cut short: " + e.getMessage(), e);
    }
    return parts;
  }

  private record Samples(List<TarSample> clips) implements Archive {
    @Override
    public int size() {
      return clips.size();
    }

    @Override
    public String id(int index) {
      return clips.get(index).key();
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      return clips.get(index).read(reading);
    }
  }
}
