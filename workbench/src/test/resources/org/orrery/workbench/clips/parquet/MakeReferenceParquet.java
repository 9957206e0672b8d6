import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Makes the small Parquet files that ParquetReaderTest reads, with DuckDB.
 *
 * <p>Run in this folder, with org.duckdb:duckdb_jdbc 1.3.2.0: {@code java -cp duckdb_jdbc.jar
 * MakeReferenceParquet.java}
 */
public class MakeReferenceParquet {
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table t as select
            i::bigint as "index", (i // 100)::bigint as episode_index,
            (i / 24.0)::double as "timestamp", (i * 0.25)::decimal(9, 2) as "money", (i * 0.25)::double as "double", i % 3 = 0 as done,
            [i, -i, i % 7]::float[] as action,
            ['push', 'pull' || (i % 2)] as tasks,
            case when i % 5 = 0 then null else i::integer end as maybe
          from range(300) r(i)
          """);
      for (String packed : new String[] {"snappy", "gzip", "uncompressed", "zstd"}) {
        statement.execute(
            "copy t to '%s.parquet' (format parquet, compression %s, row_group_size 122880)"
                .formatted(packed, packed));
      }
    }
  }
}
