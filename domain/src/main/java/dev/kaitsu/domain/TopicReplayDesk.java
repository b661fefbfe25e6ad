package dev.kaitsu.domain;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.ReplayPreview;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.RetainedEvents;
import dev.kaitsu.port.out.TopicBook;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Shows, tries and moves the places from which topics are resumed. */
public final class TopicReplayDesk implements ReplayDesk {
  private final TopicBook topics;
  private final CursorMirror mirror;
  private final RetainedEvents retained;
  private final List<String> configured;

  /**
   * A desk.
   *
   * @param configured the topics this installation reads
   */
  @Inject
  public TopicReplayDesk(
      TopicBook topics,
      CursorMirror mirror,
      RetainedEvents retained,
      Collection<String> configured) {
    this.topics = topics;
    this.mirror = mirror;
    this.retained = retained;
    this.configured = List.copyOf(configured);
  }

  @Override
  public List<Standing> standings() {
    var known = topics.standings();
    List<Standing> standings = new ArrayList<>();
    for (var topic : configured) {
      standings.add(standing(find(known, topic)));
    }
    known.stream()
        .filter(each -> !configured.contains(each.topic()))
        .forEach(each -> standings.add(standing(each)));
    return standings;
  }

  @Override
  public ReplayPreview preview(String topic, StreamPosition from, SpanLimits limits) {
    var count = new ReplayCount(topic, topics);
    var end = retained.read(topic, from, limits, count::add);
    return count.preview(end);
  }

  @Override
  public void begin(String topic, StreamPosition from, String by) {
    topics.begin(topic, from, by);
    if (from instanceof StreamPosition.After cursor) {
      mirror.save(topic, cursor.id());
    } else {
      mirror.forget(topic);
    }
  }

  private Standing standing(TopicStanding durable) {
    var cursor = durable.cursor().map(TopicStanding.Cursor::id);
    Optional<ReplayId> copy =
        mirror.find(durable.topic()).filter(id -> !cursor.equals(Optional.of(id)));
    return new Standing(durable, configured.contains(durable.topic()), copy);
  }

  private static TopicStanding find(List<TopicStanding> known, String topic) {
    return known.stream()
        .filter(each -> each.topic().equals(topic))
        .findFirst()
        .orElseGet(
            () -> new TopicStanding(topic, Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
