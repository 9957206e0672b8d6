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
    Card card = Card.read(folder);
    card.verify(folder);
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
