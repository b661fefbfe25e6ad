package dev.kaitsu.server;

import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.wiring.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the health pages say of the subscriptions. Standing by is as good as reading. */
final class StreamPage {
  private final Node node;

  StreamPage(Node node) {
    this.node = node;
  }

  Map<String, Object> page() {
    var statuses = node.streams().statuses();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("status", overall(statuses));
    page.put("windowSeconds", StreamStatus.WINDOW.toSeconds());
    node.streamsWarning().ifPresent(warning -> page.put("warning", warning));
    page.put("topics", statuses.stream().map(this::stream).toList());
    return page;
  }

  /** What an operator should know of a subscription; empty where it is well, or will be soon. */
  Optional<String> problem(StreamStatus status) {
    if (status.state().isTrouble()) {
      return Optional.of(status.state() + ": " + status.detail());
    }
    return status.isCursorOld(node.clock().instant())
        ? Optional.of(
            "the cursor was saved more than %d h ago; Salesforce keeps events for %d h"
                .formatted(StreamStatus.CURSOR_LIMIT.toHours(), StreamStatus.WINDOW.toHours()))
        : Optional.empty();
  }

  private String overall(List<StreamStatus> statuses) {
    if (statuses.isEmpty()) {
      return "off";
    }
    return areWell(statuses) ? "ok" : "degraded";
  }

  boolean areWell(List<StreamStatus> statuses) {
    return statuses.stream()
        .allMatch(
            each ->
                (each.state() == State.LIVE || each.state() == State.STANDBY)
                    && problem(each).isEmpty());
  }

  private Map<String, Object> stream(StreamStatus status) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("topic", status.topic());
    page.put("state", status.state().name().toLowerCase(Locale.ROOT));
    status.reader().node().ifPresent(holder -> page.put("holder", holder));
    status.reader().term().ifPresent(term -> page.put("term", term));
    page.put("lastEvent", text(status.lastEvent()));
    page.put("lastKeepalive", text(status.lastKeepalive()));
    page.put("secondsSinceLastMessage", age(status.lastMessage()));
    page.put("cursorAgeSeconds", age(status.cursorSavedAt()));
    page.put("detail", status.detail());
    return page;
  }

  private static Object text(Optional<Instant> instant) {
    return instant.<Object>map(Instant::toString).orElse("");
  }

  private Object age(Optional<Instant> since) {
    return since
        .<Object>map(at -> Duration.between(at, node.clock().instant()).toSeconds())
        .orElse("");
  }
}
