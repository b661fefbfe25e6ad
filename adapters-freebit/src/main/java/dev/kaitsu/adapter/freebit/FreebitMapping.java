package dev.kaitsu.adapter.freebit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Freebit's documents leave open (paths, names of members, states, codes), as this
 * installation has it.
 */
public final class FreebitMapping {
  private static final String BUNDLED = "mapping.properties";

  private final Map<MappingKey, String> values;
  private final int changed;

  private FreebitMapping(Map<MappingKey, String> values, int changed) {
    this.values = values;
    this.changed = changed;
  }

  /** The values that Kaitsu comes with. */
  public static FreebitMapping bundled() {
    var in = FreebitMapping.class.getResourceAsStream(BUNDLED);
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return new FreebitMapping(new MappingFile(BUNDLED).read(reader.lines().toList()), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The bundled values, with those of a file in their place.
   *
   * @throws IllegalArgumentException naming file, line and key, if the file cannot be read or used
   */
  public static FreebitMapping of(Path file) {
    try {
      return with(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "FREEBIT_MAPPING_PATH: %s cannot be read; check its path, its permissions and that it is"
                  .formatted(file)
              + " UTF-8",
          unreadable);
    }
  }

  static FreebitMapping with(String name, List<String> lines) {
    var own = new MappingFile(name).read(lines);
    var values = new EnumMap<>(bundled().values);
    values.putAll(own);
    MemberPlaces.check(name, values);
    return new FreebitMapping(values, own.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FreebitMapping that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** How many values are not the bundled ones' but the installation's. */
  int changed() {
    return changed;
  }

  /** The value; empty if it is left empty. */
  Optional<String> find(MappingKey key) {
    return Optional.of(text(key)).filter(value -> !value.isEmpty());
  }

  String text(MappingKey key) {
    return Objects.requireNonNull(values.get(key));
  }

  List<String> list(MappingKey key) {
    return find(key).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** Whether an answer with these codes is one of those that the key lists. */
  boolean lists(MappingKey key, AnswerCodes codes) {
    return list(key).stream().anyMatch(codes::match);
  }
}
