package dev.kaitsu.sandbox.salesforce.pubsub;

import io.grpc.Status;
import java.util.Optional;

/**
 * A failed call as the vendor reports it. A client tells errors apart by {@code errorCode}, since
 * one code comes with several gRPC statuses.
 *
 * @param errorCode the whole {@code error-code} trailer; empty where the network, not the service,
 *     failed
 * @param text the description, to which the rpc id is appended
 */
public record PubSubError(Status.Code status, Optional<String> errorCode, String text) {
  private static final String PREFIX = "sfdc.platform.eventbus.grpc.";

  public static final PubSubError RST_STREAM =
      new PubSubError(Status.Code.UNAVAILABLE, Optional.empty(), "RST_STREAM closed stream.");
  public static final PubSubError SERVICE_UNAVAILABLE =
      of(Status.Code.INTERNAL, "service.unavailable", "The service is temporarily unavailable.");
  public static final PubSubError AUTH_ERROR =
      of(
          Status.Code.UNAUTHENTICATED,
          "service.auth.error",
          "An authentication exception occurred. Provide valid authentication.");
  public static final PubSubError AUTH_HEADERS_INVALID =
      of(
          Status.Code.UNAUTHENTICATED,
          "service.auth.headers.invalid",
          "The metadata accesstoken, instanceurl and tenantid (18 characters) are required.");
  public static final PubSubError AUTH_REFRESH_INVALID =
      of(
          Status.Code.INVALID_ARGUMENT,
          "service.auth.refresh.invalid",
          "The field auth_refresh is reserved.");
  public static final PubSubError CLIENT_LIMIT_EXCEEDED =
      of(
          Status.Code.RESOURCE_EXHAUSTED,
          "concurrent.client.limit.exceeded",
          "The maximum number of concurrent clients is exceeded.");
  public static final PubSubError TOPIC_NOT_FOUND =
      of(
          Status.Code.NOT_FOUND,
          "topic.not.found",
          "The topic information not found. Ensure the topic name is correct.");
  public static final PubSubError TOPIC_PERMISSION =
      of(Status.Code.PERMISSION_DENIED, "topic.meta.permission", "No access to the topic.");
  public static final PubSubError TOPIC_EMPTY =
      of(Status.Code.INVALID_ARGUMENT, "topic.validation.empty", "The topic name can't be blank.");
  public static final PubSubError SCHEMA_INVALID =
      of(Status.Code.INVALID_ARGUMENT, "schema.validation.failed", "Schema validation failed.");
  public static final PubSubError SCHEMA_UNAVAILABLE =
      of(Status.Code.UNAVAILABLE, "schema.api.unavailable", "The schema is unavailable.");
  public static final PubSubError REPLAY_ID_CORRUPTED =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.replayid.corrupted",
          "The Replay ID validation failed. Ensure that the Replay ID is valid.");
  public static final PubSubError REPLAY_ID_MISSING =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.replayid.validation.failed",
          "The CUSTOM replay preset needs a Replay ID.");
  public static final PubSubError REQUESTED_EVENTS_INVALID =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.requested.events.invalid",
          "The number of requested events must be above 0.");
  public static final PubSubError TOPIC_MISMATCH =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.topic.mismatch",
          "The topic can't change within a stream.");
  public static final PubSubError REQUEST_INVALID =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.request.invalid",
          "The fetch request is malformed.");
  public static final PubSubError REPLAY_REPEATED =
      of(
          Status.Code.INVALID_ARGUMENT,
          "subscription.fetch.replay.repeated",
          "The replay options can't be sent again within a stream.");
  public static final PubSubError DELIVERY_LIMIT_EXCEEDED =
      of(
          Status.Code.RESOURCE_EXHAUSTED,
          "subscription.limit.exceeded",
          "You have exceeded the event delivery limit for your org.");
  public static final PubSubError PUBLISH_COUNT_INVALID =
      of(
          Status.Code.INVALID_ARGUMENT,
          "publish.event.count.invalid",
          "The request holds no events.");

  /**
   * An error of the service.
   *
   * @param codeSuffix the error code without {@code sfdc.platform.eventbus.grpc.}
   */
  public static PubSubError of(Status.Code status, String codeSuffix, String text) {
    return new PubSubError(status, Optional.of(PREFIX + codeSuffix), text);
  }

  PubSubError with(Status.Code otherStatus) {
    return new PubSubError(otherStatus, errorCode, text);
  }

  PubSubError saying(String newText) {
    return new PubSubError(status, errorCode, newText);
  }
}
