package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A folder with a card: the card says which file holds the clips, and proves that it is whole. */
final class DatasetFolder implements Format {
  private static final FrameFolder FRAMES = new FrameFolder();

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
    return SingleClip.of(new Content(card, inside(folder, card)), reading);
  }

  @Override
  public Archive open(Path folder) throws IOException {
    return new Dataset(folder, Card.read(folder), DatasetCard.read(folder));
  }

  /** The clips that the card names, whatever its files hold. */
  static Archive unverified(Path folder) throws IOException {
    Card card = Card.read(folder);
    return new Content(card, inside(folder, card));
  }

  private static Archive inside(Path folder, Card card) throws IOException {
    Path clip = card.clipIn(folder);
    if (FRAMES.matches(clip) && !Files.isRegularFile(clip.resolve(PngFolder.NOTES))) {
      return new Pictures(clip, card);
    }
    for (Format format : Formats.inFolders()) {
      if (!(format instanceof DatasetFolder) && format.matches(clip)) {
        return format.open(clip);
      }
    }
    if (Files.isDirectory(clip)) {
      return new ClipFolder().open(clip);
    }
    throw new IOException("its card names %s, which no format reads".formatted(clip));
  }

  /** A folder of pictures, of which the card knows what they do not say themselves. */
  private record Pictures(Path folder, Card card) implements Archive {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public String id(int index) {
      return card.name();
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      return FRAMES.read(folder, reading, card.name(), card.pixelsPerMetre(), card.channels() == 1);
    }
  }

  /** Clips under the names that the card gives: the set's, and with several their own after it. */
  private record Content(Card card, Archive clips) implements Archive {
    @Override
    public int size() {
      return clips.size();
    }

    @Override
    public String id(int index) {
      return size() == 1 ? card.name() : card.name() + "/" + clips.id(index);
    }

    @Override
    public String film(int index) {
      return size() == 1 ? card.name() : card.name() + "/" + clips.film(index);
    }

    @Override
    public OptionalInt frames(int index) throws IOException {
      return clips.frames(index);
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      boolean told = reading.rate().isPresent() || Double.isNaN(card.fps());
      return clips.read(index, told ? reading : reading.fps(card.fps())).named(id(index));
    }
  }

  /**
   * The clips of a dataset with its card; a file that differs from it is told of when one is read.
   */
  private static final class Dataset implements Archive {
    private final Path folder;
    private final Card card;
    private final DatasetCard whole;
    private final Archive clips;
    private boolean verified;

    Dataset(Path folder, Card card, DatasetCard whole) {
      this.folder = folder;
      this.card = card;
      this.whole = whole;
      this.clips = opened(folder, card);
    }

    /** The clips; where they cannot be opened, one that says why when it is read. */
    private static Archive opened(Path folder, Card card) {
      try {
        return new Content(card, inside(folder, card));
      } catch (IOException e) {
        return new SingleClip(new DatasetFolder(), folder);
      }
    }

    @Override
    public int size() {
      return clips.size();
    }

    @Override
    public String id(int index) {
      return size() == 1 ? card.name() : clips.id(index);
    }

    @Override
    public String film(int index) {
      return size() == 1 ? card.name() : clips.film(index);
    }

    @Override
    public OptionalInt frames(int index) throws IOException {
      return clips.frames(index);
    }

    @Override
    public Clip read(int index, Reading reading) throws IOException {
      verify();
      return clips.read(index, reading);
    }

    @Override
    public String describe() {
      return whole.toString();
    }

    /** A single clip's files are held against the card at each reading, a set's at the first. */
    private synchronized void verify() throws IOException {
      if (!verified) {
        card.verify(folder);
        verified = size() > 1;
      }
    }
  }
}
