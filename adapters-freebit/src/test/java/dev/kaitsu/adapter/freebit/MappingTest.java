package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The mapping file says what Freebit's documents leave open")
class MappingTest {
  @ParameterizedTest
  @EnumSource(MappingKey.class)
  @DisplayName("has a default for everything")
  void bundled(MappingKey key) {
    assertThat(FreebitMapping.bundled().text(key)).matches(key.shape()::allows);
  }

  @Test
  @DisplayName("single values are replaced by those of a file, which may have remarks")
  void replaces(@TempDir Path folder) throws IOException {
    var file = folder.resolve("freebit.properties");
    Files.writeString(
        file, "\uFEFF# ours\n\n  PA05-21.path=plan/change/ \nPA05-02.path = a/b/\r\n");

    var mapping = FreebitMapping.of(file);

    assertThat(mapping.text(MappingKey.PLAN_PATH)).isEqualTo("plan/change/");
    assertThat(mapping.find(MappingKey.HISTORY_PATH)).contains("a/b/");
    assertThat(mapping.text(MappingKey.QUOTA_PATH)).isEqualTo("master/addSpec/");
    assertThat(mapping.changed()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PA99-99.path = a/        | unknown key 'PA99-99.path'",
        "pa05-21.path = a/        | unknown key",
        "PA05-21.path             | has no '='",
        "PA05-21.path =           | PA05-21.path' is malformed",
        "PA05-21.path = /a/       | malformed",
        "PA05-21.path = a/b       | malformed",
        "PA05-21.path = a//b/     | malformed",
        "PA05-21.path = ../a/     | malformed",
        "PA02-01.account =        | malformed",
        "PA02-01.account = a..b   | malformed",
        "PA02-01.account = a[]    | malformed",
        "PA02-01.account = a b    | malformed",
        "PA02-01.createType = old | it must be new or add",
        "PA05-19.createType =     | it must be new or add",
        "PA05-02.page = 0         | malformed",
        "codes.absent = 210,      | malformed",
        "codes.absent = twohundred | malformed",
        "states.inService =       | malformed",
        "PA03-02.read.state = a,  | malformed",
      })
  @DisplayName("a line that cannot be used is told with file, line and key")
  void refuses(String line, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreebitMapping.with("own.properties", List.of("# remark", line)))
        .withMessageStartingWith("FREEBIT_MAPPING_PATH: own.properties, line 2: ")
        .withMessageContaining(complaint);
  }

  @Test
  @DisplayName("a key stands in it once")
  void once() {
    var line = "PA02-01.createType = add";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreebitMapping.with("own", List.of(line, line)))
        .withMessageContaining("line 2")
        .withMessageContaining("a second time");
  }

  @ParameterizedTest
  @CsvSource({"planCode", "planCode.inner"})
  @DisplayName("two members of a request do not share a place")
  void collisions(String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreebitMapping.with("own", List.of("PA05-19.productNumber = " + place)))
        .withMessageContaining("PA05-19.productNumber")
        .withMessageContaining("PA05-19.planCode");
  }

  @Test
  @DisplayName("a file that is not there is told by its name")
  void missing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreebitMapping.of(Path.of("/nowhere/own.properties")))
        .withMessageContaining("FREEBIT_MAPPING_PATH: /nowhere/own.properties cannot be read");
  }
}
