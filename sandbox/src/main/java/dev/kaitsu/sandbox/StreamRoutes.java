package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubEmulator;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import java.util.Map;
import java.util.TreeMap;

/**
 * The control routes that make event streams fail:
 *
 * <ul>
 *   <li>{@code POST /streams {"act":"CUT"}}: the network cuts all open streams; or {@code COMPLETE}
 *       and {@code UNAVAILABLE}, with which the service ends them; {@code SILENCE}: nothing comes
 *       over them any more; {@code AUTH}: all sessions end, and with them the streams; {@code
 *       REPLAY}: they are cut, and the next cursor is refused as damaged; {@code SCHEMAS}: the next
 *       three schema calls fail; {@code DOWN} and {@code UP}: the service itself
 *   <li>{@code GET /streams} tells per topic how many are open, and how many ever were at once
 * </ul>
 */
final class StreamRoutes {
  private static final int SCHEMA_FAILURES = 3;

  private final SalesforceEmulator salesforce;
  private final PubSubEmulator pubSub;

  private enum Act {
    CUT,
    COMPLETE,
    UNAVAILABLE,
    SILENCE,
    AUTH,
    REPLAY,
    SCHEMAS,
    DOWN,
    UP
  }

  StreamRoutes(SalesforceEmulator salesforce, PubSubEmulator pubSub) {
    this.salesforce = salesforce;
    this.pubSub = pubSub;
  }

  void registerAt(ControlEndpoint control) {
    control.register("POST /streams", this::act);
    control.register("GET /streams", request -> state());
  }

  private Object act(ControlRequest request) {
    var act = request.only("act").constant("act", Act.class);
    switch (act) {
      case CUT -> pubSub.failStreams(PubSubError.RST_STREAM);
      case COMPLETE -> pubSub.completeStreams();
      case UNAVAILABLE -> pubSub.failStreams(PubSubError.SERVICE_UNAVAILABLE);
      case SILENCE -> pubSub.silenceStreams();
      case AUTH -> {
        salesforce.revokeSessions();
        pubSub.failStreams(PubSubError.AUTH_ERROR);
      }
      case REPLAY -> {
        pubSub.rejectNextSubscribes(PubSubError.REPLAY_ID_CORRUPTED, 1);
        pubSub.failStreams(PubSubError.RST_STREAM);
      }
      case SCHEMAS -> pubSub.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, SCHEMA_FAILURES);
      case DOWN -> pubSub.goDown();
      case UP -> pubSub.comeBack();
    }
    return Map.of("done", act);
  }

  private Object state() {
    var traffic = pubSub.traffic();
    var topics = new TreeMap<String, Object>();
    traffic.subscribes().stream()
        .map(seen -> seen.request().getTopicName())
        .forEach(
            topic ->
                topics.put(
                    topic,
                    Map.of(
                        "open", traffic.openStreams(topic),
                        "mostAtOnce", traffic.mostOpenStreams(topic))));
    return topics;
  }
}
