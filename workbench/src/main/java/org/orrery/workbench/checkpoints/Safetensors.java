package org.orrery.workbench.checkpoints;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors format: eight bytes of header length, a JSON header, then raw little-endian
 * values (huggingface.co/docs/safetensors). Reads F64, F32, F16, BF16 and I64 (half precision
 * becomes float32, which holds it exactly), and writes F32.
 *
 * <pre>{@code
 * Map<String, INDArray> tensors = Safetensors.read(Path.of("model.safetensors"));
 * Safetensors.write(Path.of("copy.safetensors"), tensors);
 * }</pre>
 *
 * <p>Every length and offset is checked against the file before anything is read, so that a damaged
 * or hostile file costs no more memory than its own size.
 */
public final class Safetensors {
  private static final long LARGEST_HEADER = 16 << 20;
  private static final int MOST_DIMENSIONS = 16;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Safetensors() {}

  private record Entry(String dtype, List<Long> shape, List<Long> data_offsets) {
    long from() {
      return data_offsets.get(0);
    }

    long to() {
      return data_offsets.get(1);
    }

    Dtype type() {
      return Dtype.named(dtype).orElseThrow();
    }
  }

  /** Reads all tensors of a file, in the order of its header. */
  public static Map<String, INDArray> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(file + " is missing: expected weights in safetensors");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      long header = size < 8 ? -1 : buffer(channel, 0, 8).getLong();
      if (header < 2 || header > LARGEST_HEADER || header > size - 8) {
        throw broken(
            file, "a file of %d bytes cannot hold a header of %d bytes".formatted(size, header));
      }
      byte[] json = buffer(channel, 8, header).array();
      Map<String, INDArray> tensors = new LinkedHashMap<>();
      Map<String, Entry> entries = header(file, json);
      entries.forEach((name, entry) -> check(file, size - 8 - header, name, entry));
      checkCover(file, size - 8 - header, entries);
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        tensors.put(entry.getKey(), tensor(channel, 8 + header, entry.getValue()));
      }
      return tensors;
    } catch (IOException e) {
      throw new CheckpointException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  private static Map<String, Entry> header(Path file, byte[] json) {
    try {
      Map<String, Entry> entries = new LinkedHashMap<>();
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) {
        throw broken(file, "its header is not a JSON object");
      }
      tree.forEachEntry(
          (name, node) -> {
            if (!name.equals("__metadata__")) {
              entries.put(name, JSON.treeToValue(node, Entry.class));
            }
          });
      return entries;
    } catch (JacksonException e) {
      throw broken(file, "its header is not the JSON of safetensors: " + e.getOriginalMessage());
    }
  }

  private static void check(Path file, long data, String name, Entry entry) {
    if (entry == null
        || entry.shape() == null
        || entry.shape().contains(null)
        || entry.data_offsets() == null
        || entry.data_offsets().size() != 2
        || entry.data_offsets().contains(null)) {
      throw broken(file, "tensor %s has no shape or no two offsets".formatted(name));
    }
    if (Dtype.named(entry.dtype()).isEmpty()) {
      throw broken(
          file, "tensor %s is %s; %s are read".formatted(name, entry.dtype(), Dtype.known()));
    }
    TensorNames.fault(name)
        .ifPresent(
            fault -> {
              throw broken(file, fault);
            });
    if (entry.shape().size() > MOST_DIMENSIONS) {
      throw broken(
          file,
          "tensor %s has %d dimensions; %d are read"
              .formatted(name, entry.shape().size(), MOST_DIMENSIONS));
    }
    long bytes = entry.type().bytes();
    for (long length : entry.shape()) {
      if (length < 1 || bytes > Integer.MAX_VALUE / length) {
        throw broken(file, "tensor %s has shape %s".formatted(name, entry.shape()));
      }
      bytes *= length;
    }
    long from = entry.from();
    long to = entry.to();
    if (from < 0 || from > data || to > data || to - from != bytes) {
      throw broken(
          file,
          "tensor %s of shape %s needs %d bytes and lies at %d to %d of %d; the file is truncated or damaged"
              .formatted(name, entry.shape(), bytes, from, to, data));
    }
  }

  /** The tensors must cover the data from its first byte to its last, none over another. */
  private static void checkCover(Path file, long data, Map<String, Entry> entries) {
    List<Map.Entry<String, Entry>> ordered = new ArrayList<>(entries.entrySet());
    ordered.sort(Comparator.comparingLong(entry -> entry.getValue().from()));
    long at = 0;
    for (Map.Entry<String, Entry> entry : ordered) {
      long from = entry.getValue().from();
      if (from != at) {
        throw broken(
            file,
            "tensor %s begins at byte %d of the data; expected %d, where the tensor before it ends"
                .formatted(entry.getKey(), from, at));
      }
      at = entry.getValue().to();
    }
    if (at != data) {
      throw broken(
          file, "its tensors end at byte %d of the data, which has %d".formatted(at, data));
    }
  }

  private static INDArray tensor(FileChannel channel, long data, Entry entry) throws IOException {
    long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
    return entry
        .type()
        .array(buffer(channel, data + entry.from(), entry.to() - entry.from()), shape);
  }

  private static ByteBuffer buffer(FileChannel channel, long from, long length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the file ends at byte " + (from + buffer.position()));
      }
    }
    return buffer.flip();
  }

  private static CheckpointException broken(Path file, String reason) {
    return new CheckpointException("%s is no usable safetensors file: %s".formatted(file, reason));
  }

  /** Writes tensors in the given order, as float32. A name that reads as a path is refused. */
  public static void write(Path file, Map<String, INDArray> tensors) throws IOException {
    Map<String, Entry> header = new LinkedHashMap<>();
    long at = 0;
    for (Map.Entry<String, INDArray> tensor : tensors.entrySet()) {
      Optional<String> fault = TensorNames.fault(tensor.getKey());
      if (fault.isPresent()) {
        throw new CheckpointException("cannot write %s: %s".formatted(file, fault.get()));
      }
      long bytes = 4 * tensor.getValue().length();
      List<Long> shape = Arrays.stream(tensor.getValue().shape()).boxed().toList();
      header.put(tensor.getKey(), new Entry("F32", shape, List.of(at, at + bytes)));
      at += bytes;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    byte[] text = Arrays.copyOf(json, json.length + (8 - json.length % 8) % 8);
    Arrays.fill(text, json.length, text.length, (byte) ' ');
    try (FileChannel channel =
        FileChannel.open(file, CREATE, TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      put(
          channel,
          ByteBuffer.allocate(8 + text.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(text.length)
              .put(text));
      for (INDArray tensor : tensors.values()) {
        float[] values = tensor.castTo(DataType.FLOAT).dup('c').data().asFloat();
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        put(channel, bytes.position(bytes.capacity()));
      }
    }
  }

  private static void put(FileChannel channel, ByteBuffer bytes) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
