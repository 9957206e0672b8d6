package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The tree of a Parquet file's columns, from the list of its nodes in depth-first order. */
final class ParquetSchema {
  private static final int MOST_CHILDREN = 10_000;

  private final List<SchemaElement> elements;
  private int next;

  private ParquetSchema(List<SchemaElement> elements) {
    this.elements = elements;
  }

  /** The columns that hold values, by their path from the root. */
  static Map<List<String>, ColumnDescriptor> leaves(List<SchemaElement> elements)
      throws IOException {
    ParquetSchema schema = new ParquetSchema(elements);
    SchemaElement root = schema.take();
    MessageType message = new MessageType(root.getName(), schema.children(root));
    Map<List<String>, ColumnDescriptor> leaves = new LinkedHashMap<>();
    for (ColumnDescriptor column : message.getColumns()) {
      leaves.put(List.of(column.getPath()), column);
    }
    return leaves;
  }

  /** Decimals are stored as whole numbers of another size; they are refused, not misread. */
  static void refuseDecimal(List<SchemaElement> elements, List<String> path) throws IOException {
    for (SchemaElement element : elements) {
      if (element.getConverted_type() == ConvertedType.DECIMAL
          && element.getName().equals(path.get(path.size() - 1))) {
        throw new IOException(
            "column %s holds decimals; save it as float or double".formatted(path.get(0)));
      }
    }
  }

  private List<Type> children(SchemaElement parent) throws IOException {
    if (parent.getNum_children() < 1 || parent.getNum_children() > MOST_CHILDREN) {
      throw new IOException(
          "its schema's %s has %d parts".formatted(parent.getName(), parent.getNum_children()));
    }
    List<Type> children = new ArrayList<>();
    for (int i = 0; i < parent.getNum_children(); i++) {
      children.add(type(take()));
    }
    return children;
  }

  private Type type(SchemaElement element) throws IOException {
    Type.Repetition repetition = Type.Repetition.valueOf(element.getRepetition_type().name());
    if (element.isSetNum_children() && element.getNum_children() > 0) {
      return new GroupType(repetition, element.getName(), children(element));
    }
    return switch (element.getType()) {
      case BYTE_ARRAY -> new PrimitiveType(repetition, PrimitiveTypeName.BINARY, element.getName());
      case FIXED_LEN_BYTE_ARRAY ->
          new PrimitiveType(
              repetition,
              PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY,
              element.getType_length(),
              element.getName());
      default ->
          new PrimitiveType(
              repetition, PrimitiveTypeName.valueOf(element.getType().name()), element.getName());
    };
  }

  private SchemaElement take() throws IOException {
    if (next >= elements.size()) {
      throw new IOException("its schema ends after %d nodes".formatted(next));
    }
    return elements.get(next++);
  }
}
