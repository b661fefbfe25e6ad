package dev.kaitsu.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This product's files, read as text. */
final class Repository {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..").normalize();

  private Repository() {}

  static String text(String path) {
    return read(ROOT.resolve(path));
  }

  /** The main sources of the modules whose names begin so, strings broken over lines joined. */
  static List<String> sources(String modules) {
    try (var found = Files.list(ROOT)) {
      return found
          .filter(module -> String.valueOf(module.getFileName()).startsWith(modules))
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(Repository::javaFiles)
          .map(file -> read(file).replaceAll("\"\\s*\\+\\s*\"", ""))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every test source by the name of its class, in all modules. */
  static Map<String, String> tests() {
    try (var modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(Repository::javaFiles)
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> String.valueOf(file.getFileName()).replace(".java", ""),
                  Repository::read,
                  String::concat));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Everything that the pattern's first group finds there, once. */
  static List<String> found(List<String> texts, String pattern) {
    var compiled = Pattern.compile(pattern);
    return texts.stream()
        .flatMap(text -> compiled.matcher(text).results())
        .map(MatchResult::group)
        .map(match -> compiled.matcher(match).replaceFirst("$1"))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Path> javaFiles(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
