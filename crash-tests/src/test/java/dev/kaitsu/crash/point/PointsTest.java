package dev.kaitsu.crash.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.crash.report.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Wherever a node is stopped, another one finishes the order, and it is billed once")
class PointsTest {
  private static final Set<String> FEW =
      Set.of(
          "a plain order",
          "an order without lines",
          "AddOrder's answer is lost",
          "Salesforce does not take Activated at first",
          "the operator sets Activating again while Failed is still owed");

  private final Enumeration enumeration = new Enumeration();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.kaitsu.crash.point.Stories#all")
  @DisplayName("stopped once, at each durable write and each call, in each way")
  void once(Story story) {
    enumeration.singles(story);
    assertThat(enumeration.violations().stream().map(Violation::what)).isEmpty();
    assertThat(enumeration.singles()).isGreaterThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("few")
  @DisplayName("it dies, and whoever takes over dies too, or meets a failing store")
  void twice(Story story) {
    enumeration.pairs(story, Stop.DEATHS, Stop.DEATHS);
    enumeration.pairs(story, Stop.DEATHS, Stop.STORE_TROUBLES);
    enumeration.pairs(story, Stop.STORE_TROUBLES, Stop.DEATHS);
    assertThat(enumeration.violations().stream().map(Violation::what)).isEmpty();
    assertThat(enumeration.pairs()).isGreaterThan(300);
  }

  @Test
  @DisplayName("a long story is stopped in each way there is")
  void allWays() {
    Stories.all().stream()
        .filter(story -> story.name().equals("AddOrder's request is lost"))
        .forEach(enumeration::singles);
    var tried = enumeration.spots().counts().keySet().stream().map(Enumeration.Spot::stop);
    assertThat(tried).contains(Stop.values());
  }

  static Stream<Story> few() {
    List<Story> few = Stories.all().stream().filter(story -> FEW.contains(story.name())).toList();
    assertThat(few).hasSameSizeAs(FEW);
    return few.stream();
  }
}
