package org.orrery.workbench.checkpoints;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.checkpoints.PickleValue.Storage;
import org.orrery.workbench.checkpoints.PickleValue.Tensor;

/**
 * A file of {@code torch.save}: a zip of one pickle and one entry a storage (the format since
 * PyTorch 1.6).
 *
 * <p>PyTorch stores entries as they are. Compressed ones are refused, and so are entries that
 * together claim to be larger than the file: so no entry costs more memory than it has bytes.
 */
final class TorchFile implements AutoCloseable {
  private static final long LARGEST_PICKLE = 64 << 20;
  private static final int MOST_ENTRIES = 1_000_000;

  private final Path file;
  private final ZipFile zip;
  private final String folder;
  private final long size;
  private final Map<String, ByteBuffer> storages = new HashMap<>();

  private TorchFile(Path file, ZipFile zip, String folder, long size) {
    this.file = file;
    this.zip = zip;
    this.folder = folder;
    this.size = size;
  }

  /** All tensors of the state dict at {@code key}; the root's for an empty key. */
  static Map<String, INDArray> read(Path file, String key) {
    try (ZipFile zip = new ZipFile(file.toFile());
        TorchFile torch = new TorchFile(file, zip, folder(file, zip), Files.size(file))) {
      return torch.tensors(key);
    } catch (ZipException e) {
      throw new CheckpointException(
          "%s is no zip of torch.save (%s): a file of before PyTorch 1.6 must be saved again with a newer one"
              .formatted(file, e.getMessage()),
          e);
    } catch (PickleException e) {
      throw refused(file, e.getMessage());
    } catch (IOException e) {
      throw new CheckpointException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  private Map<String, INDArray> tensors(String key) throws IOException, PickleException {
    String order = optional("byteorder");
    if (!order.isEmpty() && !order.equals("little")) {
      throw refused(file, "its numbers are %s-endian; little is read".formatted(order));
    }
    Object root = Pickle.read(bytes("data.pkl", LARGEST_PICKLE));
    Map<String, Tensor> named = StateDictRoot.tensors(root, key);
    long shown = 0;
    for (Map.Entry<String, Tensor> tensor : named.entrySet()) {
      TensorNames.fault(tensor.getKey())
          .ifPresent(
              fault -> {
                throw refused(file, fault);
              });
      shown += tensor.getValue().length() * tensor.getValue().storage().type().bytes();
      if (shown > 4 * size) {
        throw refused(
            file,
            "its tensors show the same numbers again and again: at %s they need %,d bytes, and the file has %,d"
                .formatted(tensor.getKey(), shown, size));
      }
    }
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> tensor : named.entrySet()) {
      tensors.put(tensor.getKey(), array(tensor.getKey(), tensor.getValue()));
    }
    return tensors;
  }

  private INDArray array(String name, Tensor tensor) throws IOException {
    Storage storage = tensor.storage();
    int width = storage.type().bytes();
    ByteBuffer all = storages.get(storage.key());
    if (all == null) {
      all = ByteBuffer.wrap(bytes("data/" + storage.key(), Integer.MAX_VALUE - 8));
      storages.put(storage.key(), all);
    }
    if (all.capacity() != storage.count() * width) {
      throw refused(
          file,
          "tensor %s lies in data/%s of %,d bytes; expected %,d for %,d numbers"
              .formatted(
                  name, storage.key(), all.capacity(), storage.count() * width, storage.count()));
    }
    int length = (int) tensor.length();
    ByteBuffer numbers = ByteBuffer.allocate(length * width).order(ByteOrder.LITTLE_ENDIAN);
    long[] index = new long[tensor.shape().length];
    for (int i = 0; i < length; i++) {
      long at = tensor.offset();
      for (int d = 0; d < index.length; d++) {
        at += index[d] * tensor.stride()[d];
      }
      numbers.put(i * width, all, (int) at * width, width);
      for (int d = index.length - 1; d >= 0 && ++index[d] == tensor.shape()[d]; d--) {
        index[d] = 0;
      }
    }
    return storage.type().array(numbers, tensor.shape());
  }

  private String optional(String name) throws IOException {
    return zip.getEntry(folder + name) == null
        ? ""
        : new String(bytes(name, 64), StandardCharsets.UTF_8).strip();
  }

  private byte[] bytes(String name, long largest) throws IOException {
    ZipEntry entry = zip.getEntry(folder + name);
    if (entry == null) {
      throw refused(file, "it has no entry %s; the file is damaged".formatted(folder + name));
    }
    if (entry.getSize() > largest) {
      throw refused(
          file,
          "its entry %s has %,d bytes; %,d are read".formatted(name, entry.getSize(), largest));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
        throw refused(file, "its entry %s is truncated or damaged".formatted(name));
      }
      return bytes;
    }
  }

  /** The one folder that everything lies in, after a look at every entry. */
  private static String folder(Path file, ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw refused(file, "it has %,d entries; %,d are read".formatted(zip.size(), MOST_ENTRIES));
    }
    long together = 0;
    String pickle = null;
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    for (ZipEntry entry : entries) {
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
        throw refused(
            file,
            "its entry %s is a path that leads out of it"
                .formatted(name.replaceAll("[^\\p{Graph} ]", "?")));
      }
      if (entry.getMethod() != ZipEntry.STORED) {
        throw refused(
            file,
            "its entry %s is compressed, %,d bytes to %,d; torch.save stores entries as they are, and a zip bomb does not"
                .formatted(name, entry.getSize(), entry.getCompressedSize()));
      }
      together += entry.getSize();
      if (name.endsWith("data.pkl") && (pickle == null || name.length() < pickle.length())) {
        pickle = name;
      }
    }
    if (together > Files.size(file)) {
      throw refused(
          file,
          "its entries have %,d bytes together and the file has %,d: they lie over each other"
              .formatted(together, Files.size(file)));
    }
    if (pickle == null) {
      throw refused(file, "it is a zip without a data.pkl, so torch.save did not write it");
    }
    return pickle.substring(0, pickle.length() - "data.pkl".length());
  }

  private static CheckpointException refused(Path file, String reason) {
    return new CheckpointException(
        "%s is no state dict that is read here: %s".formatted(file, reason));
  }

  @Override
  public void close() {
    storages.clear();
  }
}
