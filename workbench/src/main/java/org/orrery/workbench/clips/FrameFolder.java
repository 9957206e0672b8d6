package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of PNG, JPEG or TIFF frames, in the order of their names; a folder with videos in it is
 * one of clips, and a picture beside them their poster.
 */
final class FrameFolder implements Format {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  @Override
  public String name() {
    return "a folder of PNG, JPEG or TIFF frames";
  }

  @Override
  public boolean matches(Path path) {
    return Files.isDirectory(path) && !pictures(path).isEmpty() && !holdsVideos(path);
  }

  private static boolean holdsVideos(Path folder) {
    VideoFile videos = new VideoFile();
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> !isPicture(file) && videos.matches(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the folder " + folder, e);
    }
  }

  @Override
  public Clip read(Path folder, Reading reading) throws IOException {
    Path notes = folder.resolve(PngFolder.NOTES);
    if (Files.isRegularFile(notes)) {
      return readNoted(folder, Files.readString(notes), reading);
    }
    if (reading.rate().isEmpty()) {
      throw new IOException(
          "pictures do not say how many frames a second they are: add Reading.all().fps(..), or a"
              + " card.json with \"fps\" beside the folder");
    }
    return read(folder, reading, Places.stem(folder), Double.NaN, false);
  }

  /** Reads a folder that was written with what else is known about the clip. */
  private Clip readNoted(Path folder, String json, Reading reading) throws IOException {
    ArrayNotes notes = ArrayNotes.of(json);
    Reading told = reading.rate().isEmpty() ? reading.fps(notes.fps()) : reading;
    Clip clip =
        read(folder, told, notes.id().orElse(Places.stem(folder)), notes.pixelsPerMetre(), false);
    return JsonVariables.addNoted(clip, json, reading);
  }

  Clip read(Path folder, Reading reading, String id, double scale, boolean grey)
      throws IOException {
    List<Path> pictures = pictures(folder);
    Intake intake =
        new Intake(id, reading, Double.NaN).pixelsPerMetre(scale).outOf(pictures.size());
    for (int t = 0; t < pictures.size() && !intake.full(t); t++) {
      if (intake.wants(t)) {
        Picture picture = decode(t, pictures.get(t));
        intake.add(t, grey ? picture.grey() : picture);
      }
    }
    return intake.finish(pictures.size()).build();
  }

  @Override
  public Archive open(Path folder) {
    return new Frames(this, folder, pictures(folder).size());
  }

  private record Frames(FrameFolder format, Path folder, int count) implements Archive {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public String id(int index) {
      return Places.stem(folder);
    }

    @Override
    public OptionalInt frames(int index) {
      return OptionalInt.of(count);
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      return format.read(folder, reading);
    }
  }

  static Picture decode(int t, Path file) throws IOException {
    try {
      return Picture.decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IOException("frame %d, %s: %s".formatted(t, file, e.getMessage()), e);
    }
  }

  private static boolean isPicture(Path file) {
    return ENDINGS.contains(Places.ending(file.getFileName().toString()));
  }

  private static List<Path> pictures(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(FrameFolder::isPicture)
          .sorted((a, b) -> NaturalOrder.compare(a.getFileName(), b.getFileName()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the folder " + folder, e);
    }
  }
}
