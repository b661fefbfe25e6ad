package dev.kaitsu.wiring.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads environment variables and gathers what is wrong with them, so that an operator sees all
 * faults at once. A value is never repeated in a fault: it may be a secret.
 */
public final class Variables {
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  public Variables(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The value, stripped; empty if the variable is not set. A blank value is a fault. */
  public Optional<String> text(String name) {
    var value = environment.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value.isBlank()) {
      problem(name, "is set but blank; give it a value or unset it");
      return Optional.empty();
    }
    return Optional.of(value.strip());
  }

  /** Whether it is there at all, be it blank. */
  boolean isSet(String name) {
    return environment.containsKey(name);
  }

  /** Whether any variable of a group is set, be it blank. */
  boolean anyStartsWith(String prefix) {
    return environment.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** As {@link #text}; a variable that is not set is a fault. */
  public Optional<String> required(String name, String what) {
    var value = text(name);
    if (value.isEmpty() && !environment.containsKey(name)) {
      problem(name, "is missing; set it to " + what);
    }
    return value;
  }

  /** A secret: from the variable itself, or from the file that {@code NAME_FILE} names. */
  public Optional<String> secret(String name) {
    var file = fileOf(name);
    if (file.isEmpty()) {
      return text(name);
    }
    if (environment.containsKey(name)) {
      problem(name, "and %s_FILE are both set; keep one".formatted(name));
      return Optional.empty();
    }
    return readFile(name + "_FILE", file.get());
  }

  /** Where the file is that holds a secret; empty if it is given otherwise. */
  Optional<String> fileOf(String name) {
    return text(name + "_FILE");
  }

  /** As {@link #secret}; one that is not given is a fault. */
  public Optional<String> requiredSecret(String name, String what) {
    var value = secret(name);
    if (value.isEmpty()
        && !environment.containsKey(name)
        && !environment.containsKey(name + "_FILE")) {
      problem(name, "is missing; set it, or %s_FILE, to %s".formatted(name, what));
    }
    return value;
  }

  private Optional<String> readFile(String name, String path) {
    try {
      var content = Files.readString(Path.of(path)).strip();
      if (!content.isEmpty()) {
        return Optional.of(content);
      }
      problem(name, "names a file that is empty");
    } catch (IOException | InvalidPathException unreadable) {
      problem(name, "names a file that cannot be read; check its path and permissions");
    }
    return Optional.empty();
  }

  /** A positive duration; a bare number is milliseconds. */
  public Duration duration(String name, Duration fallback) {
    return parsed(
        name,
        fallback,
        Durations::parse,
        "is no duration; write a positive number with a unit, such as 10s or 30m");
  }

  /** A whole number within bounds. */
  public int integer(String name, int fallback, int least, int most) {
    return parsed(
        name,
        fallback,
        text -> wholeNumber(text).filter(number -> number >= least && number <= most),
        "is no whole number from %d to %d".formatted(least, most));
  }

  private static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  /** {@code true} or {@code false}; {@code 1}, {@code 0}, {@code yes} and {@code no} will do. */
  public boolean flag(String name, boolean fallback) {
    return parsed(
        name,
        fallback,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "1", "yes", "on" -> Optional.of(true);
              case "false", "0", "no", "off" -> Optional.of(false);
              default -> Optional.empty();
            },
        "is neither true nor false");
  }

  /** One of a few words, whatever their case. */
  public <E extends Enum<E>> E choice(String name, E fallback, Class<E> type) {
    var choices = Arrays.asList(type.getEnumConstants());
    return parsed(
        name,
        fallback,
        text -> choices.stream().filter(each -> each.name().equalsIgnoreCase(text)).findFirst(),
        "is none of " + choices);
  }

  /** An address. */
  public Optional<URI> address(Optional<String> text, String name) {
    return text.flatMap(
        value -> {
          try {
            var uri = URI.create(value);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
              return Optional.of(uri);
            }
          } catch (IllegalArgumentException malformed) {
            // told below, like every other text that is no address
          }
          problem(name, "is no address; write it like https://host/path");
          return Optional.empty();
        });
  }

  private <T> T parsed(
      String name, T fallback, Function<String, Optional<T>> parser, String problem) {
    var text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    return parser
        .apply(text.get())
        .orElseGet(
            () -> {
              problem(name, problem);
              return fallback;
            });
  }

  /** The value as it is, be it empty; where nothing is a choice of its own, as for channels. */
  public String orEmpty(String name, String fallback) {
    return environment.getOrDefault(name, fallback).strip();
  }

  public void problem(String name, String what) {
    problems.add(name + " " + what);
  }

  /** Notes something that works, but that an operator should know. */
  public void warn(String name, String what) {
    warnings.add(name + " " + what);
  }

  /** Everything that was wrong so far. */
  public List<String> problems() {
    return problems.stream().distinct().toList();
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Builds a part of the configuration; what its own checks object to becomes a fault. */
  public <T> Optional<T> build(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (IllegalArgumentException objection) {
      problems.add(String.valueOf(objection.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigurationException if anything was wrong
   */
  public void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems.stream().distinct().toList());
    }
  }
}
