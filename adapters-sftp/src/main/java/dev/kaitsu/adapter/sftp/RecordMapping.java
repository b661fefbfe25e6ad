package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How record files are written: their charset, header, columns and units, by kind. */
public final class RecordMapping {
  private static final String DEFAULT = "default-mapping.properties";

  private final Map<RecordKind, KindMapping> kinds;

  private RecordMapping(Map<RecordKind, KindMapping> kinds) {
    this.kinds = kinds;
  }

  /** What we take for granted until the partner says otherwise. */
  public static RecordMapping standard() {
    return of(MappingEntries.of(standardText()));
  }

  /**
   * Reads a mapping file. What it does not say is as in the standard.
   *
   * @throws IllegalArgumentException naming each line and key that is wrong
   */
  public static RecordMapping atPath(Path file) {
    try {
      return of(MappingEntries.of(standardText()).overriddenBy(Files.readString(file)));
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("names a file that is not written in UTF-8", malformed);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "names a file that cannot be read; check its path and permissions", unreadable);
    }
  }

  private static RecordMapping of(MappingEntries entries) {
    var kinds = new EnumMap<RecordKind, KindMapping>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      kinds.put(kind, new MappingReader(entries, kind).read());
    }
    entries.failOnProblems();
    return new RecordMapping(kinds);
  }

  KindMapping of(RecordKind kind) {
    var mapping = kinds.get(kind);
    if (mapping == null) {
      throw new IllegalStateException("no mapping for " + kind);
    }
    return mapping;
  }

  static String standardText() {
    try (InputStream resource = RecordMapping.class.getResourceAsStream(DEFAULT)) {
      if (resource == null) {
        throw new IllegalStateException(DEFAULT + " is not on the class path");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordMapping mapping && mapping.kinds.equals(kinds);
  }

  @Override
  public int hashCode() {
    return kinds.hashCode();
  }
}
