package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a card: the card says which file holds the clip, and proves that it is whole. */
final class DatasetFolder implements Format {
  private final FrameFolder frames = new FrameFolder();

  @Override
  public String name() {
    return "a dataset folder";
  }

  @Override
  public boolean matches(Path path) {
    return Files.isRegularFile(path.resolve(Card.FILE));
  }

  @Override
  public Clip read(Path folder, Reading reading) throws IOException {
    Card.read(folder).verify(folder);
    return readUnverified(folder, reading);
  }

  @Override
  public Archive open(Path folder) throws IOException {
    return new Dataset(this, folder, DatasetCard.read(folder));
  }

  /** One clip with its card. */
  record Dataset(DatasetFolder format, Path folder, DatasetCard card) implements Archive {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public String id(int index) {
      return card.text("name");
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      return format.read(folder, reading);
    }

    @Override
    public String describe() {
      return card.toString();
    }
  }

  /** Reads the clip that the card names, whatever its files hold. */
  Clip readUnverified(Path folder, Reading reading) throws IOException {
    Card card = Card.read(folder);
    Path clip = card.clipIn(folder);
    Reading told =
        reading.rate().isEmpty() && !Double.isNaN(card.fps()) ? reading.fps(card.fps()) : reading;
    if (frames.matches(clip)) {
      return frames.read(clip, told, card.name(), card.pixelsPerMetre(), card.channels() == 1);
    }
    for (Format format : Formats.files()) {
      if (format.matches(clip)) {
        return format.read(clip, told).named(card.name());
      }
    }
    throw new IOException("its card names %s, which no format reads".formatted(clip));
  }
}
