package dev.kaitsu.adapter.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for one table in the text form of COPY, kept until they are sent. */
final class CopyBuffer {
  private static final String NO_VALUE = "\\N";

  private final String copy;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int rows;

  CopyBuffer(String table, String columns) {
    this.copy = "copy %s (%s) from stdin".formatted(table, columns);
  }

  int rows() {
    return rows;
  }

  int size() {
    return bytes.size();
  }

  /** Adds a row; an empty optional is no value. */
  void add(Object... values) {
    var row = new StringBuilder();
    for (Object value : values) {
      row.append(row.isEmpty() ? "" : "\t");
      if (value instanceof Optional<?> optional) {
        optional.ifPresentOrElse(each -> escape(row, each.toString()), () -> row.append(NO_VALUE));
      } else {
        escape(row, value.toString());
      }
    }
    bytes.writeBytes(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    rows++;
  }

  private static void escape(StringBuilder row, String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(each);
      }
    }
  }

  /** Sends what was added, within the handle's transaction; it stays here until it is cleared. */
  void send(Handle handle) {
    if (rows == 0) {
      return;
    }
    try {
      CopyIn in = handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
      try {
        in.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        in.endCopy();
      } finally {
        if (in.isActive()) {
          in.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new CopyFailed(e);
    }
  }

  void clear() {
    bytes.reset();
    rows = 0;
  }

  /** Carries the driver's failure to where all failures of statements are told. */
  private static final class CopyFailed extends JdbiException {
    private CopyFailed(SQLException cause) {
      super(cause);
    }
  }
}
