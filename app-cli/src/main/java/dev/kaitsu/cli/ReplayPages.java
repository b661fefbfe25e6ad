package dev.kaitsu.cli;

import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.ReplayPreview;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.port.in.ReplayDesk.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where topics stand and what a replay would do, as people and scripts read it. */
final class ReplayPages {
  /** How long Salesforce keeps events: an older cursor is rejected. */
  private static final Duration RETENTION = Duration.ofDays(3);

  private ReplayPages() {}

  static Map<String, Object> of(Standing standing, Instant now) {
    var durable = standing.durable();
    var page = new LinkedHashMap<String, Object>();
    page.put("topic", durable.topic());
    page.put("configured", standing.configured());
    durable.cursor().ifPresent(cursor -> page.put("cursor", cursor(cursor, now)));
    standing.copy().ifPresent(id -> page.put("otherCopyInRedis", id(id)));
    durable.asked().ifPresent(request -> page.put("asked", asked(request)));
    durable.reader().ifPresent(reader -> page.put("reader", reader(reader)));
    page.put("nextStream", next(standing));
    return page;
  }

  static Map<String, Object> of(String topic, StreamPosition from, ReplayPreview preview) {
    var page = new LinkedHashMap<String, Object>();
    page.put("topic", topic);
    page.put("from", from.toString());
    page.put("eventsRead", preview.events());
    page.put("endOfPreview", preview.end().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    page.put("receivedBefore", preview.receivedBefore());
    page.put("undecodable", preview.undecodable());
    page.put("ordersToLookAt", orders(preview.orders()));
    return page;
  }

  private static Map<String, Object> orders(OrderCensus orders) {
    var page = new LinkedHashMap<String, Object>();
    page.put("all", orders.settled() + orders.working() + orders.unknown());
    page.put("settled", orders.settled());
    page.put("working", orders.working());
    page.put("unknown", orders.unknown());
    return page;
  }

  private static Map<String, Object> cursor(TopicStanding.Cursor cursor, Instant now) {
    var age = Duration.between(cursor.savedAt(), now);
    var page = id(cursor.id());
    page.put("savedAt", cursor.savedAt().toString());
    page.put("ageSeconds", age.toSeconds());
    page.put("within72Hours", age.compareTo(RETENTION) < 0);
    return page;
  }

  private static Map<String, Object> id(ReplayId id) {
    var page = new LinkedHashMap<String, Object>();
    page.put("hex", id.toString());
    page.put("base64", Base64.getEncoder().encodeToString(id.bytes()));
    return page;
  }

  private static Map<String, Object> asked(TopicStanding.Request request) {
    var page = new LinkedHashMap<String, Object>();
    page.put("position", request.position().toString());
    page.put("by", request.by());
    page.put("at", request.at().toString());
    return page;
  }

  private static Map<String, Object> reader(TopicStanding.Reader reader) {
    var page = new LinkedHashMap<String, Object>();
    page.put("node", reader.owner());
    page.put("term", reader.term());
    page.put("until", reader.until().toString());
    return page;
  }

  private static String next(Standing standing) {
    var durable = standing.durable();
    return durable
        .asked()
        .map(TopicStanding.Request::position)
        .or(() -> durable.cursor().map(cursor -> new StreamPosition.After(cursor.id())))
        .or(() -> standing.copy().map(StreamPosition.After::new))
        .orElseGet(StreamPosition.FromNowOn::new)
        .toString();
  }
}
