package org.orrery.workbench.clips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.parquet.VersionParser;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.PrimitiveConverter;

/**
 * Reads the columns of a Parquet file. Footer, page headers and encodings are read by Apache
 * Parquet's own modules; the module that opens files is not used, because it needs Hadoop.
 */
final class ParquetReader {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 1 << 30;

  private final SeekableByteChannel channel;
  private final FileMetaData footer;
  private final Map<List<String>, ColumnDescriptor> leaves;

  private ParquetReader(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.footer = footer();
    this.leaves = ParquetSchema.leaves(footer.getSchema());
  }

  /** The columns of numbers and texts whose names are wanted, by name. */
  static Map<String, ParquetColumn> read(Path file, Predicate<String> wanted) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return new ParquetReader(channel).columns(wanted);
    } catch (IOException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("%s is broken: %s".formatted(file, e), e);
    }
  }

  private FileMetaData footer() throws IOException {
    long size = channel.size();
    if (size < 12 || !Arrays.equals(bytes(size - 4, 4), MAGIC)) {
      throw new IOException(
          "byte %d: no Parquet file ends so; it is cut short or of another kind"
              .formatted(Math.max(0, size - 4)));
    }
    int length = ByteBuffer.wrap(bytes(size - 8, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 1 || length > size - 12) {
      throw new IOException("byte %d: a footer of %d bytes".formatted(size - 8, length));
    }
    return Util.readFileMetaData(new ByteArrayInputStream(bytes(size - 8 - length, length)));
  }

  private Map<String, ParquetColumn> columns(Predicate<String> wanted) throws IOException {
    Map<String, ParquetColumn> columns = new LinkedHashMap<>();
    for (Map.Entry<List<String>, ColumnDescriptor> leaf : leaves.entrySet()) {
      ColumnDescriptor column = leaf.getValue();
      String name = leaf.getKey().get(0);
      if (wanted.test(name) && column.getMaxRepetitionLevel() <= 1) {
        ParquetSchema.refuseDecimal(footer.getSchema(), leaf.getKey());
        columns.put(name, column(name, leaf.getKey(), column));
      }
    }
    return columns;
  }

  private ParquetColumn column(String name, List<String> path, ColumnDescriptor column)
      throws IOException {
    ParquetValues values = new ParquetValues(column);
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        if (chunk.getMeta_data().getPath_in_schema().equals(path)) {
          read(chunk.getMeta_data(), column, values);
        }
      }
    }
    return values.column(name);
  }

  private void read(ColumnMetaData chunk, ColumnDescriptor column, ParquetValues values)
      throws IOException {
    if (chunk.getNum_values() == 0) {
      return;
    }
    long start =
        chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0
            ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
            : chunk.getData_page_offset();
    ParquetPages pages = new ParquetPages(bytes(start, chunk.getTotal_compressed_size()), chunk);
    ColumnReader reader =
        new ColumnReaderImpl(column, pages, new PrimitiveConverter() {}, version());
    for (long i = 0; i < chunk.getNum_values(); i++) {
      values.add(reader);
      reader.consume();
    }
  }

  private VersionParser.ParsedVersion version() {
    try {
      return VersionParser.parse(footer.isSetCreated_by() ? footer.getCreated_by() : "unknown");
    } catch (VersionParser.VersionParseException e) {
      // It only tells of old writers' faults, which files without a readable version may have too.
      return new VersionParser.ParsedVersion("unknown", null, null);
    }
  }

  private byte[] bytes(long start, long length) throws IOException {
    if (start < 0 || length < 0 || length > MOST || start + length > channel.size()) {
      throw new IOException(
          "bytes %d to %d are named, but the file has %d"
              .formatted(start, start + length, channel.size()));
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    channel.position(start);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      continue;
    }
    return buffer.array();
  }

  /** Gathers the values of a column row by row. */
  private static final class ParquetValues {
    private final ColumnDescriptor column;
    private final boolean list;
    private final boolean text;
    private final List<String> texts = new ArrayList<>();
    private double[] numbers = new double[1024];
    private int[] starts = new int[1024];
    private int count;
    private int rows;

    ParquetValues(ColumnDescriptor column) {
      this.column = column;
      this.list = column.getMaxRepetitionLevel() > 0;
      this.text =
          switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
            default -> false;
          };
    }

    void add(ColumnReader reader) {
      if (reader.getCurrentRepetitionLevel() == 0) {
        starts = rows + 2 > starts.length ? Arrays.copyOf(starts, 2 * starts.length) : starts;
        starts[rows++] = count;
      }
      boolean there = reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
      if (there || !list) {
        numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
        if (text) {
          texts.add(there ? reader.getBinary().toStringUsingUTF8() : "");
        } else {
          numbers[count] = there ? number(reader) : Double.NaN;
        }
        count++;
      }
      starts[rows] = count;
    }

    ParquetColumn column(String name) {
      return new ParquetColumn(
          name,
          list,
          Arrays.copyOf(numbers, text ? 0 : count),
          texts,
          Arrays.copyOf(starts, rows + 1));
    }

    private double number(ColumnReader reader) {
      return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> reader.getInteger();
        case INT64 -> reader.getLong();
        case FLOAT -> reader.getFloat();
        case DOUBLE -> reader.getDouble();
        default -> reader.getBoolean() ? 1 : 0;
      };
    }
  }
}
