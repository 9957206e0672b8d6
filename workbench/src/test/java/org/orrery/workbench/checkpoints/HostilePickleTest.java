package org.orrery.workbench.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch files made to harm: each is refused with its reason, in the memory of its own size. */
class HostilePickleTest {
  @TempDir Path temp;

  /** Pickles by hand: text with escapes for the opcodes, and little-endian numbers. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes op(int opcode) {
      write(opcode);
      return this;
    }

    Bytes ascii(String text) {
      writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    Bytes int32(long value) {
      writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array());
      return this;
    }

    Bytes number(long value) {
      op(0x8a).op(8);
      writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
      return this;
    }

    Bytes text(String text) {
      return ascii("X").int32(text.length()).ascii(text);
    }

    Bytes begin() {
      return op(0x80).op(2);
    }

    /** A tensor of a storage of {@code count} floats at {@code data/key}. */
    Bytes tensor(String key, long count, long offset, long size, long stride) {
      ascii("ctorch._utils\n_rebuild_tensor_v2\n((").text("storage");
      ascii("ctorch\nFloatStorage\n").text(key).text("cpu").number(count).ascii("tQ");
      number(offset).number(size).op(0x85).number(stride).op(0x85);
      return op(0x89).ascii("ccollections\nOrderedDict\n)RtR");
    }

    Bytes dict(String name, Bytes value) {
      begin().ascii("}").text(name);
      writeBytes(value.toByteArray());
      return ascii("s.");
    }
  }

  private static Bytes pickle() {
    return new Bytes();
  }

  private Path file(byte[] pickle, Map<String, byte[]> others) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("m/data.pkl", pickle);
    entries.putAll(others);
    Path file = temp.resolve("model.pt");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry stored = new ZipEntry(entry.getKey());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(entry.getValue().length);
        CRC32 sum = new CRC32();
        sum.update(entry.getValue());
        stored.setCrc(sum.getValue());
        zip.putNextEntry(stored);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private void assertRefused(Bytes pickle, String reason) throws IOException {
    assertRefused(file(pickle.toByteArray(), Map.of("m/data/0", new byte[16])), reason);
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> StateDict.read(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason)
        .satisfies(error -> assertThat(error.getMessage().length()).isLessThan(1500));
  }

  @Test
  void whatTheTestsBuildIsReadWhenItIsHonest() throws IOException {
    byte[] floats = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(8, 7).array();
    Bytes honest = pickle().dict("a", pickle().tensor("0", 4, 1, 2, 1));

    Map<String, ?> read =
        StateDict.read(file(honest.toByteArray(), Map.of("m/data/0", floats))).tensors();

    assertThat(read.get("a")).hasToString("[         0,    7.0000]");
  }

  @Test
  void aGlobalOfAnyOtherNameIsRefusedByItsNameAndPlace() throws IOException {
    assertRefused(
        pickle().begin().ascii("cos\nsystem\n").text("touch pwned").op(0x85).ascii("R."),
        "byte 2 names the global os.system");
    assertRefused(
        pickle().begin().text("builtins").text("eval").op(0x93).ascii("."),
        "names the global builtins.eval");
    assertRefused(pickle().begin().ascii("ctorch\nFloatStorage\n)R."), "calls torch.FloatStorage");
  }

  @Test
  void opcodesThatMakeObjectsAreRefused() throws IOException {
    for (int opcode : new int[] {'i', 'o', 0x81, 0x92, 0x82, 'P', 'I', 'd', 0x8d, 0x8b, 'B'}) {
      assertRefused(
          pickle().begin().ascii("((").op(opcode).ascii("."),
          "opcode 0x%02x, which no state dict".formatted(opcode));
    }
  }

  @Test
  void lengthsBeyondThePickleAreRefused() throws IOException {
    assertRefused(pickle().begin().ascii("X").int32(0x7fffffff).ascii("."), "text of 2147483647");
    assertRefused(pickle().begin().ascii("X").int32(-1).ascii("."), "text of 4294967295 bytes");
    assertRefused(pickle().begin().op(0x8a).op(255).ascii("."), "whole number of 255 bytes");
    assertRefused(pickle().begin().ascii("J"), "ends in the middle");
    assertRefused(pickle().begin().ascii("c" + "a".repeat(1000)), "more than 256 bytes");
  }

  @Test
  void memoBombsAreRefused() throws IOException {
    assertRefused(
        pickle().begin().ascii("}r").int32(0x7fffffff).ascii("."), "puts memo 2147483647");
    assertRefused(pickle().begin().ascii("j").int32(7).ascii("."), "asks for memo 7");
    Bytes laughs = pickle().begin().ascii(")");
    for (int i = 0; i < 40; i++) { // each tuple holds the one before twice: 2^40 leaves
      laughs.ascii("q").op(i).ascii("h").op(i).op(0x86);
    }
    assertRefused(laughs.ascii("."), "nested more than 16 deep");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Bytes marks = pickle().begin();
    Bytes tuples = pickle().begin().ascii(")");
    for (int i = 0; i < 200_000; i++) {
      marks.ascii("(");
      tuples.op(0x85);
    }
    assertRefused(marks.ascii("."), "nested more than 16 deep");
    assertRefused(tuples.ascii("."), "nested more than 16 deep");
    assertRefused(
        pickle().begin().ascii("}q").op(0).text("me").ascii("h").op(0).ascii("s.".repeat(1)),
        "\"me\" is a dict");
  }

  @Test
  void storagesAreNoPathsAndNoLongerThanTheyAre() throws IOException {
    for (String key : new String[] {"../../etc/passwd", "/etc/passwd", "a", "", "0/1"}) {
      assertRefused(pickle().dict("a", pickle().tensor(key, 4, 0, 4, 1)), "and no path");
    }
    assertRefused(pickle().dict("a", pickle().tensor("0", -1, 0, 4, 1)), "storage of -1 numbers");
    assertRefused(
        pickle().dict("a", pickle().tensor("0", Long.MAX_VALUE, 0, 4, 1)), "0 to 2 GiB are read");
    assertRefused(pickle().dict("a", pickle().tensor("9", 4, 0, 4, 1)), "no entry m/data/9");
    assertRefused(
        pickle().dict("a", pickle().tensor("0", 400_000_000, 0, 4, 1)), "expected 1,600,000,000");
  }

  @Test
  void tensorsThatLeaveTheirStorageAreRefused() throws IOException {
    long[][] views = {
      {0, 5, 1},
      {1, 4, 1},
      {-1, 2, 1},
      {0, -4, 1},
      {3, 2, -1},
      {0, 0, 1},
      {0, 2, 4},
      {0, Long.MAX_VALUE, 0},
      {0, 5, 0},
      {Long.MAX_VALUE, 2, 1},
      {0, 2, Long.MAX_VALUE}
    };
    for (long[] view : views) {
      assertRefused(
          pickle().dict("a", pickle().tensor("0", 4, view[0], view[1], view[2])),
          "which does not hold it");
    }
  }

  @Test
  void manyTensorsOverTheSameBytesAreRefused() throws IOException {
    Bytes many = pickle().begin().ascii("}(");
    many.text("first");
    many.writeBytes(pickle().tensor("0", 100_000, 0, 100_000, 1).toByteArray());
    many.ascii("q").op(1);
    for (int i = 0; i < 20_000; i++) {
      many.text("t" + i).ascii("h").op(1);
    }
    Path file = file(many.ascii("u.").toByteArray(), Map.of("m/data/0", new byte[400_000]));

    assertRefused(file, "show the same numbers again and again");
  }

  @Test
  void aTensorWhoseNameIsAPathIsRefused() throws IOException {
    for (String name : new String[] {"../../x", "/etc/passwd", "a\\b", "a\nb", ""}) {
      assertRefused(pickle().dict(name, pickle().tensor("0", 4, 0, 4, 1)), "is no path");
    }
    assertRefused(
        pickle().dict("n".repeat(100_000), pickle().tensor("0", 4, 0, 4, 1)),
        "name has 100,000 characters");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    Path file = temp.resolve("bomb.pt");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("m/data.pkl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertRefused(file, "data.pkl is compressed, 67,108,864 bytes to");
  }

  @Test
  void entriesThatLieOverEachOtherOrLeadOutAreRefused() throws IOException {
    byte[] honest = pickle().dict("a", pickle().tensor("0", 4, 0, 4, 1)).toByteArray();
    Path file = file(honest, Map.of("m/data/0", new byte[16], "m/data/1", new byte[4000]));
    byte[] zip = Files.readAllBytes(file);
    Files.write(file, overlapping(zip));
    assertThatThrownBy(() -> StateDict.read(file)).isInstanceOf(CheckpointException.class);

    assertRefused(file(honest, Map.of("m/../../data/0", new byte[16])), "leads out of it");
    assertRefused(file(honest, Map.of("/m/data/0", new byte[16])), "leads out of it");
  }

  /** Claims 4,000 further bytes for the smallest entry of the central directory. */
  private static byte[] overlapping(byte[] zip) {
    byte[] changed = zip.clone();
    ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < zip.length - 46; i++) {
      if (bytes.getInt(i) == 0x02014b50 && bytes.getInt(i + 24) == 16) {
        bytes.putInt(i + 20, 4016).putInt(i + 24, 4016);
      }
    }
    return changed;
  }

  @Test
  void everyDamageIsAnErrorOfOurOwn() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            file(
                pickle().dict("a", pickle().tensor("0", 4, 0, 4, 1)).toByteArray(),
                Map.of("m/data/0", new byte[16])));
    SplittableRandom random = new SplittableRandom(5);
    Path file = temp.resolve("damaged.pt");
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = whole.clone();
      if (round % 3 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      try {
        StateDict.read(file);
      } catch (CheckpointException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(250);
  }
}
