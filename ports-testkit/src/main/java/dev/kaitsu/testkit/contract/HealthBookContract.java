package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.port.out.HealthBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link HealthBook} promises. */
public abstract class HealthBookContract {
  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofSeconds(20);

  private final String system = Fresh.name("system");

  /** The book as one more node sees it; all share one store. */
  protected abstract HealthBook book();

  /** Lets so much time pass for this system. */
  protected abstract void pass(String system, Duration time);

  private List<HealthClaim> due() {
    return book().claimDue(List.of(system), LEASE);
  }

  private HealthClaim claim() {
    return due().get(0);
  }

  private HealthResult result(HealthLevel level) {
    return new HealthResult(system, level, Duration.ofMillis(250), Optional.of("it is slow"));
  }

  private Optional<HealthStanding> standing() {
    return book().standings().stream()
        .filter(each -> each.last().system().equals(system))
        .findFirst();
  }

  @Test
  @DisplayName("a system that was never checked is due at once, and has no standing")
  void neverChecked() {
    assertThat(standing()).isEmpty();

    assertThat(due()).extracting(HealthClaim::system).containsExactly(system);
    assertThat(standing()).isEmpty();
  }

  @Test
  @DisplayName("of many nodes that ask at once, one gets the check")
  void oneOfMany() {
    for (int round = 0; round < 3; round++) {
      var asking =
          IntStream.range(0, 8)
              .mapToObj(node -> book())
              .map(
                  node ->
                      CompletableFuture.supplyAsync(() -> node.claimDue(List.of(system), LEASE)))
              .toList();
      var claims = new ArrayList<HealthClaim>();
      asking.forEach(each -> claims.addAll(each.join()));

      assertThat(claims).hasSize(1);
      assertThat(book().record(claims.get(0), result(HealthLevel.OK), INTERVAL)).isTrue();
      pass(system, INTERVAL);
    }
  }

  @Test
  @DisplayName("what was found stands, and the system is due again when it was said to be")
  void stands() {
    assertThat(book().record(claim(), result(HealthLevel.WARNING), INTERVAL)).isTrue();

    var found = standing().orElseThrow();
    assertThat(found.last()).isEqualTo(result(HealthLevel.WARNING));
    assertThat(Duration.between(found.checkedAt(), found.next())).isEqualTo(INTERVAL);
    assertThat(found.unattended()).isLessThan(Duration.ofSeconds(30));
    pass(system, INTERVAL.minusSeconds(30));
    assertThat(due()).isEmpty();
    pass(system, Duration.ofSeconds(30));
    assertThat(due()).hasSize(1);
    assertThat(standing().orElseThrow().last()).isEqualTo(result(HealthLevel.WARNING));
  }

  @Test
  @DisplayName("what a node claimed and never told is due again after its lease")
  void deadNode() {
    var lost = claim();
    assertThat(due()).isEmpty();

    pass(system, LEASE);

    var next = claim();
    assertThat(book().record(lost, result(HealthLevel.CRITICAL), INTERVAL)).isFalse();
    assertThat(standing()).isEmpty();
    assertThat(book().record(next, result(HealthLevel.OK), INTERVAL)).isTrue();
  }

  @Test
  @DisplayName("a result is told once")
  void toldOnce() {
    var claim = claim();
    book().record(claim, result(HealthLevel.OK), INTERVAL);

    assertThat(book().record(claim, result(HealthLevel.CRITICAL), INTERVAL)).isFalse();
    assertThat(standing().orElseThrow().last().level()).isEqualTo(HealthLevel.OK);
  }

  @Test
  @DisplayName("a check that is left out keeps the last finding, and somebody attends to it")
  void putOff() {
    book().record(claim(), result(HealthLevel.OK), INTERVAL);
    pass(system, INTERVAL);

    book().putOff(claim(), INTERVAL);

    assertThat(due()).isEmpty();
    var found = standing().orElseThrow();
    assertThat(found.last()).isEqualTo(result(HealthLevel.OK));
    assertThat(found.unattended()).isLessThan(Duration.ofSeconds(30));
    assertThat(Duration.between(found.checkedAt(), found.next()))
        .isGreaterThanOrEqualTo(INTERVAL.multipliedBy(2));
  }

  @Test
  @DisplayName("signs that a system has changed make it due at once, but not again and again")
  void hastened() {
    book().hasten(system, MOMENT);
    book().record(claim(), result(HealthLevel.OK), INTERVAL);
    book().hasten(system, MOMENT);
    assertThat(due()).isEmpty();

    pass(system, MOMENT);
    book().hasten(system, MOMENT);

    assertThat(due()).hasSize(1);
  }

  @Test
  @DisplayName("a check that is under way, or due soon, is not hastened")
  void notHastened() {
    book().record(claim(), result(HealthLevel.OK), HealthBook.SOON.plus(MOMENT));
    pass(system, MOMENT);
    book().hasten(system, MOMENT);
    assertThat(due()).isEmpty();

    pass(system, HealthBook.SOON);
    var claim = claim();
    book().hasten(system, MOMENT);

    assertThat(book().record(claim, result(HealthLevel.OK), INTERVAL)).isTrue();
  }

  @Test
  @DisplayName("how long nobody attended to it is told")
  void unattended() {
    book().record(claim(), result(HealthLevel.OK), INTERVAL);

    pass(system, INTERVAL.multipliedBy(3));

    assertThat(standing().orElseThrow().unattended())
        .isBetween(INTERVAL.multipliedBy(3), INTERVAL.multipliedBy(3).plusSeconds(30));
  }

  @Test
  @DisplayName("a claim that is nobody's changes nothing")
  void strange() {
    var claim = claim();
    book().putOff(new HealthClaim(system, claim.until().plusSeconds(1)), INTERVAL);

    assertThat(book().record(claim, result(HealthLevel.OK), INTERVAL)).isTrue();
    assertThat(due()).isEmpty();
  }
}
