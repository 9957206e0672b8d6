package org.orrery.workbench.clips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Writes columns as one group of rows, plain and unpacked: numbers as the type that is asked for,
 * texts as UTF-8, lists in Parquet's three levels.
 */
final class ParquetWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** A column and what its numbers are stored as; texts are always BYTE_ARRAY. */
  record Stored(ParquetColumn column, Type type) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<SchemaElement> schema = new ArrayList<>();
  private final List<ColumnChunk> chunks = new ArrayList<>();

  static void write(Path file, List<Stored> columns) throws IOException {
    ParquetWriter writer = new ParquetWriter();
    int rows = columns.get(0).column().rows();
    writer.out.write(MAGIC);
    SchemaElement root = new SchemaElement("schema");
    root.setNum_children(columns.size());
    writer.schema.add(root);
    for (Stored stored : columns) {
      writer.column(stored);
    }
    RowGroup group = new RowGroup(writer.chunks, writer.out.size() - MAGIC.length, rows);
    FileMetaData footer = new FileMetaData(1, writer.schema, rows, List.of(group));
    footer.setCreated_by("orrery");
    int start = writer.out.size();
    Util.writeFileMetaData(footer, writer.out);
    int length = writer.out.size() - start;
    writer.out.write(little(4).putInt(length).array());
    writer.out.write(MAGIC);
    try (OutputStream target = Files.newOutputStream(file)) {
      writer.out.writeTo(target);
    }
  }

  private void column(Stored stored) throws IOException {
    ParquetColumn column = stored.column();
    Type type = column.isText() ? Type.BYTE_ARRAY : stored.type();
    List<String> path = new ArrayList<>(List.of(column.name()));
    if (column.list()) {
      schema.add(
          group(column.name(), FieldRepetitionType.REQUIRED).setConverted_type(ConvertedType.LIST));
      schema.add(group("list", FieldRepetitionType.REPEATED));
      path.addAll(List.of("list", "element"));
    }
    SchemaElement leaf = new SchemaElement(path.get(path.size() - 1));
    leaf.setType(type).setRepetition_type(FieldRepetitionType.REQUIRED);
    if (column.isText()) {
      leaf.setConverted_type(ConvertedType.UTF8);
    }
    schema.add(leaf);
    byte[] page = page(column, type);
    int values = column.starts()[column.rows()];
    PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, page.length);
    header.setData_page_header(
        new DataPageHeader(values, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    long offset = out.size();
    Util.writePageHeader(header, out);
    out.write(page);
    long size = out.size() - offset;
    ColumnChunk chunk = new ColumnChunk(offset);
    chunk.setMeta_data(
        new ColumnMetaData(
            type,
            List.of(Encoding.PLAIN, Encoding.RLE),
            path,
            CompressionCodec.UNCOMPRESSED,
            values,
            size,
            size,
            offset));
    chunks.add(chunk);
  }

  private static SchemaElement group(String name, FieldRepetitionType repetition) {
    SchemaElement group = new SchemaElement(name);
    group.setRepetition_type(repetition);
    group.setNum_children(1);
    return group;
  }

  private static byte[] page(ParquetColumn column, Type type) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (column.list()) {
      levels(page, column, false);
      levels(page, column, true);
    }
    int values = column.starts()[column.rows()];
    for (int i = 0; i < values; i++) {
      page.writeBytes(
          column.isText() ? text(column.texts().get(i)) : number(column.numbers()[i], type));
    }
    return page.toByteArray();
  }

  /** Repetition: 0 where a row starts. Definition: always 1, since no row is empty. */
  private static void levels(ByteArrayOutputStream page, ParquetColumn column, boolean definition)
      throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            1, 1024, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      for (int row = 0; row < column.rows(); row++) {
        if (column.starts()[row] == column.starts()[row + 1]) {
          throw new IOException("column %s, row %d: an empty list".formatted(column.name(), row));
        }
        for (int i = column.starts()[row]; i < column.starts()[row + 1]; i++) {
          encoder.writeInt(definition || i > column.starts()[row] ? 1 : 0);
        }
      }
      byte[] bytes = encoder.toBytes().toByteArray();
      page.writeBytes(little(4).putInt(bytes.length).array());
      page.writeBytes(bytes);
    }
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return little(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static byte[] number(double number, Type type) throws IOException {
    return switch (type) {
      case INT64 -> little(8).putLong((long) number).array();
      case FLOAT -> little(4).putFloat((float) number).array();
      case DOUBLE -> little(8).putDouble(number).array();
      default -> throw new IOException("numbers are not written as " + type);
    };
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
