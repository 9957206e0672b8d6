package org.orrery.workbench.clips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** The pages of one column in one group of rows, decompressed. */
final class ParquetPages implements PageReader {
  private static final int MOST = 1 << 30;
  private static final Statistics<?> NONE =
      Statistics.createStats(
          new org.apache.parquet.schema.PrimitiveType(
              org.apache.parquet.schema.Type.Repetition.REQUIRED,
              org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32,
              "none"));

  private final long values;
  private final CompressionCodec codec;
  private final Deque<DataPage> pages = new ArrayDeque<>();
  private DictionaryPage dictionary;

  ParquetPages(byte[] chunk, ColumnMetaData column) throws IOException {
    this.values = column.getNum_values();
    this.codec = column.getCodec();
    ByteArrayInputStream in = new ByteArrayInputStream(chunk);
    long read = 0;
    while (read < values) {
      PageHeader header = Util.readPageHeader(in);
      byte[] bytes = in.readNBytes(Math.max(0, header.getCompressed_page_size()));
      if (bytes.length != header.getCompressed_page_size()) {
        throw new IOException(
            "a page of column %s is cut short".formatted(column.getPath_in_schema()));
      }
      read += take(header, bytes);
    }
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    return dictionary;
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public DataPage readPage() {
    return pages.poll();
  }

  private long take(PageHeader header, byte[] bytes) throws IOException {
    int size = header.getUncompressed_page_size();
    switch (header.getType()) {
      case DICTIONARY_PAGE -> {
        var head = header.getDictionary_page_header();
        dictionary =
            new DictionaryPage(
                BytesInput.from(plain(bytes, size)),
                head.getNum_values(),
                Encoding.valueOf(head.getEncoding().name()));
        return 0;
      }
      case DATA_PAGE -> {
        var head = header.getData_page_header();
        pages.add(
            new DataPageV1(
                BytesInput.from(plain(bytes, size)),
                head.getNum_values(),
                size,
                NONE,
                Encoding.valueOf(head.getRepetition_level_encoding().name()),
                Encoding.valueOf(head.getDefinition_level_encoding().name()),
                Encoding.valueOf(head.getEncoding().name())));
        return head.getNum_values();
      }
      case DATA_PAGE_V2 -> {
        var head = header.getData_page_header_v2();
        pages.add(pageV2(head, bytes, size));
        return head.getNum_values();
      }
      default -> {
        return 0;
      }
    }
  }

  private DataPage pageV2(DataPageHeaderV2 head, byte[] bytes, int size) throws IOException {
    int repetition = head.getRepetition_levels_byte_length();
    int levels = repetition + head.getDefinition_levels_byte_length();
    if (repetition < 0 || levels < repetition || levels > bytes.length) {
      throw new IOException("a page has %d bytes, its levels %d".formatted(bytes.length, levels));
    }
    byte[] data = Arrays.copyOfRange(bytes, levels, bytes.length);
    boolean packed = !head.isSetIs_compressed() || head.isIs_compressed();
    return DataPageV2.uncompressed(
        head.getNum_rows(),
        head.getNum_nulls(),
        head.getNum_values(),
        BytesInput.from(Arrays.copyOf(bytes, repetition)),
        BytesInput.from(Arrays.copyOfRange(bytes, repetition, levels)),
        Encoding.valueOf(head.getEncoding().name()),
        BytesInput.from(packed ? plain(data, size - levels) : data),
        NONE);
  }

  private byte[] plain(byte[] bytes, int size) throws IOException {
    if (size < 0 || size > MOST) {
      throw new IOException("a page of %d bytes; at most %d are read".formatted(size, MOST));
    }
    if (codec == CompressionCodec.UNCOMPRESSED) {
      return bytes;
    }
    InputStream packed = new ByteArrayInputStream(bytes);
    try (InputStream in =
        switch (codec) {
          case SNAPPY -> new SnappyCompressorInputStream(packed);
          case GZIP -> new GZIPInputStream(packed);
          default ->
              throw new IOException(
                  "it is packed by %s; snappy, gzip and no packing are read: write it again with compression=\"snappy\""
                      .formatted(codec));
        }) {
      byte[] plain = in.readNBytes(size);
      if (plain.length != size) {
        throw new IOException("a page has %d bytes, %d were said".formatted(plain.length, size));
      }
      return plain;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
