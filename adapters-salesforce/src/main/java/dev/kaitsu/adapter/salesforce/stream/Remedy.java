package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamStatus.End;
import io.grpc.Status;
import java.util.Map;

/**
 * What helps after a call ended. Decided by the error code first, since one code comes with several
 * statuses; whatever is unknown counts as temporary.
 */
enum Remedy {
  /** Resume from the cursor. */
  RETRY(End.FAILED, ""),
  /** The session was refused: resume with another one. */
  NEW_SESSION(
      End.SESSION, "the session was refused; if this repeats, check the connected app's IP policy"),
  /** The cursor was refused: it is damaged or too old. */
  START_OVER(End.CURSOR_REJECTED, "the cursor was refused, so everything retained is read again"),
  /** So many events at once are too much. */
  FEWER_EVENTS(End.TOO_LARGE, "the response was too large, so fewer events are asked for"),
  /** The service, or the org, has too many clients or too much load. */
  WAIT_LONG(End.THROTTLED, "too many clients or streams: look for other subscribers of this org"),
  /** The org's deliveries of 24 hours are used up. */
  WAIT_FOR_ALLOCATION(
      End.ALLOCATION,
      "the org's event deliveries of the day are used up; sweeps go on, orders take up to a sweep"
          + " interval longer"),
  /** The service takes exception to something that only this program can have caused. */
  REPORT(End.DEFECT, "this is a defect of Kaitsu: report it"),
  /** Only somebody in Salesforce, or another setting, can help. */
  REFUSED(End.REFUSED, "");

  private static final Map<String, Remedy> BY_CODE =
      Map.ofEntries(
          Map.entry("service.auth.error", NEW_SESSION),
          Map.entry("service.auth.headers.invalid", REFUSED),
          Map.entry("service.tenant.license", REFUSED),
          Map.entry("service.protection.triggered", WAIT_LONG),
          Map.entry("service.protection.stream.limit.triggered", WAIT_LONG),
          Map.entry("concurrent.client.limit.exceeded", WAIT_LONG),
          Map.entry("topic.not.found", REFUSED),
          Map.entry("topic.meta.permission", REFUSED),
          Map.entry("schema.meta.permission", REFUSED),
          Map.entry("subscription.topic.cannot.subscribe", REFUSED),
          Map.entry("subscription.limit.exceeded", WAIT_FOR_ALLOCATION),
          Map.entry("subscription.fetch.overflow", FEWER_EVENTS),
          Map.entry("service.auth.refresh.invalid", REPORT),
          Map.entry("topic.validation.empty", REPORT),
          Map.entry("schema.validation.failed", REPORT),
          Map.entry("subscription.fetch.replay.repeated", REPORT),
          Map.entry("subscription.fetch.requested.events.invalid", REPORT),
          Map.entry("subscription.fetch.topic.mismatch", REPORT),
          Map.entry("subscription.fetch.request.invalid", REPORT),
          Map.entry("subscription.fetch.replayid.corrupted", START_OVER),
          Map.entry("subscription.fetch.replayid.validation.failed", START_OVER));

  private static final Map<Status.Code, Remedy> BY_STATUS =
      Map.of(
          Status.Code.UNAUTHENTICATED, NEW_SESSION,
          Status.Code.PERMISSION_DENIED, REFUSED,
          Status.Code.NOT_FOUND, REFUSED,
          Status.Code.UNIMPLEMENTED, REFUSED,
          Status.Code.RESOURCE_EXHAUSTED, WAIT_LONG);

  private final End reason;
  private final String advice;

  Remedy(End reason, String advice) {
    this.reason = reason;
    this.advice = advice;
  }

  static Remedy of(RpcFailure failure) {
    return failure.errorCode().isEmpty()
        ? ofTransport(failure)
        : BY_CODE.getOrDefault(
            failure.errorCode(),
            failure.status() == Status.Code.UNAUTHENTICATED ? NEW_SESSION : RETRY);
  }

  /** The transport has two words of its own for what is too much. */
  private static Remedy ofTransport(RpcFailure failure) {
    if (failure.description().contains("too_many_pings")) {
      return RETRY; // gRPC doubles its ping interval by itself
    }
    if (failure.description().contains("exceeds maximum size")) {
      return FEWER_EVENTS;
    }
    return BY_STATUS.getOrDefault(failure.status(), RETRY);
  }

  /** As which a stream's end counts that needs this. */
  End reason() {
    return reason;
  }

  /** Whether somebody should look at it now, and not only if it lasts. */
  boolean isAlarming() {
    return this == WAIT_LONG || this == WAIT_FOR_ALLOCATION || this == REPORT;
  }

  /** What an operator should know or do; empty where it heals by itself. */
  String advice(RpcFailure failure) {
    if (this != REFUSED) {
      return advice;
    }
    return switch (failure.errorCode()) {
      case "topic.not.found" ->
          "check the channel's name and case in its variable, and that the integration user may"
              + " read the event or, for change events, view all orders";
      case "topic.meta.permission", "schema.meta.permission" ->
          "give the integration user read access to the event, or View All on the object";
      case "subscription.topic.cannot.subscribe" ->
          "nobody can subscribe to this channel: check its variable";
      case "service.tenant.license" -> "the org has no licence for the Pub/Sub API";
      default -> "check the integration user's permissions and SF_PUBSUB_ENDPOINT";
    };
  }
}
