package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A folder of clips of any format, in the order of their names; folders in it are searched too. */
final class ClipFolder implements Format {
  private static final int DEEPEST = 16;

  @Override
  public String name() {
    return "a folder of clips";
  }

  @Override
  public boolean matches(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public Clip read(Path folder, Reading reading) throws IOException {
    return SingleClip.of(open(folder), reading);
  }

  @Override
  public Archive open(Path folder) throws IOException {
    List<Part> parts = new ArrayList<>();
    collect(folder, 0, Formats.inFolders(), parts);
    if (parts.isEmpty()) {
      throw new IOException("no file in it is of a known format");
    }
    return Content.of(folder, parts);
  }

  private static void collect(Path folder, int depth, List<Format> formats, List<Part> parts)
      throws IOException {
    List<Path> inside;
    try (Stream<Path> files = Files.list(folder)) {
      inside = files.filter(ClipFolder::isSeen).sorted(NaturalOrder::compare).toList();
    }
    for (Path path : inside) {
      var format = formats.stream().filter(f -> f.matches(path)).findFirst();
      if (format.isPresent()) {
        parts.add(new Part(path, format.get(), Files.size(path) == 0));
      } else if (Files.isDirectory(path) && depth < DEEPEST) {
        collect(path, depth + 1, formats, parts);
      }
    }
  }

  private static boolean isSeen(Path path) {
    return !path.getFileName().toString().startsWith(".");
  }

  /** One file or folder of clips in the folder. */
  private record Part(Path path, Format format, boolean empty) {
    Archive open() throws IOException {
      // A broken file must not spoil the others: it is opened again, and refused, when it is read.
      return empty ? new SingleClip(format, path) : format.open(path);
    }
  }

  /** The clips of all parts, one after the other. */
  private record Content(List<Part> parts, List<Archive> archives, List<Place> places)
      implements Archive {

    static Content of(Path folder, List<Part> parts) {
      List<Archive> archives = new ArrayList<>();
      List<Place> places = new ArrayList<>();
      Map<String, Integer> seen = new HashMap<>();
      for (Part part : parts) {
        Archive archive = opened(part);
        archives.add(archive);
        String stem = withoutEnding(folder, part.path());
        String name = seen.merge(stem, 1, Integer::sum) == 1 ? stem : inFolder(folder, part.path());
        for (int i = 0; i < archive.size(); i++) {
          boolean single = archive instanceof SingleClip;
          places.add(
              new Place(
                  archives.size() - 1,
                  i,
                  single ? name : name + "/" + archive.id(i),
                  single ? name : name + "/" + archive.film(i)));
        }
      }
      return new Content(parts, archives, places);
    }

    @Override
    public int size() {
      return places.size();
    }

    @Override
    public String id(int index) {
      return places.get(index).id();
    }

    @Override
    public String film(int index) {
      return places.get(index).film();
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      Place place = places.get(index);
      Part part = parts.get(place.part());
      try {
        if (part.empty()) {
          throw new IOException("the file is empty (0 bytes); copy or download it again");
        }
        return ClipMemory.ofThisJvm()
            .within(() -> archives.get(place.part()).read(place.index(), reading))
            .named(place.id());
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(
            "%s, as %s: %s".formatted(part.path(), part.format().name(), e.getMessage()), e);
      }
    }

    @Override
    public OptionalInt frames(int index) throws IOException {
      Place place = places.get(index);
      return archives.get(place.part()).frames(place.index());
    }

    private static Archive opened(Part part) {
      try {
        return ClipMemory.ofThisJvm().within(part::open);
      } catch (IOException e) {
        return new SingleClip(part.format(), part.path());
      }
    }

    private static String inFolder(Path folder, Path path) {
      return folder.relativize(path).toString().replace('\\', '/');
    }

    private static String withoutEnding(Path folder, Path path) {
      Path parent = path.resolveSibling(Places.stem(path));
      return inFolder(folder, parent);
    }
  }

  private record Place(int part, int index, String id, String film) {}
}
