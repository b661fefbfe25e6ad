package dev.kaitsu.cli;

import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.in.ReplayDesk.Standing;
import java.util.stream.Collectors;

/** Finds the channel that a command names. */
final class ReplayTopics {
  private ReplayTopics() {}

  /** A channel that is read here or was once. */
  static Standing known(ReplayDesk desk, String topic) {
    return desk.standings().stream()
        .filter(each -> each.durable().topic().equals(topic))
        .findFirst()
        .orElseThrow(() -> unknown(desk, topic));
  }

  /** A channel that is read here. */
  static Standing configured(ReplayDesk desk, String topic) {
    var standing = known(desk, topic);
    if (!standing.configured()) {
      throw unknown(desk, topic);
    }
    return standing;
  }

  private static CommandFailure unknown(ReplayDesk desk, String topic) {
    var configured =
        desk.standings().stream()
            .filter(Standing::configured)
            .map(each -> each.durable().topic())
            .collect(Collectors.joining(", "));
    return new CommandFailure(
        ExitCode.NOT_FOUND,
        configured.isEmpty()
            ? "Kaitsu reads no channel: SF_EVENTS_ENABLED is not true, or no channel is set"
            : "Kaitsu reads no channel '%s'; it reads %s".formatted(topic, configured));
  }
}
