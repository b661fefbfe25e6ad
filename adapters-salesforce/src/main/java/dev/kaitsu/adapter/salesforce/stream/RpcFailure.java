package dev.kaitsu.adapter.salesforce.stream;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a call ended, with everything the vendor's support asks for.
 *
 * @param errorCode the {@code error-code} trailer without its common prefix; empty where the
 *     network, not the service, ended the call
 * @param rpcId empty where the call never reached the service
 */
record RpcFailure(Status.Code status, String description, String errorCode, String rpcId) {
  private static final Metadata.Key<String> ERROR_CODE = ascii("error-code");
  private static final Metadata.Key<String> RPC_ID = ascii("rpc-id");
  private static final String PREFIX = "sfdc.platform.eventbus.grpc.";
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final int LONGEST = 300;

  static RpcFailure of(Status status, Metadata trailers) {
    return new RpcFailure(
        status.getCode(),
        description(status),
        trailer(trailers, ERROR_CODE).replace(PREFIX, ""),
        trailer(trailers, RPC_ID));
  }

  @Override
  public String toString() {
    return status == Status.Code.OK
        ? "the service completed the stream"
        : "status %s, description '%s', error-code %s, rpc-id %s"
            .formatted(status, description, orNone(errorCode), orNone(rpcId));
  }

  private static String description(Status status) {
    var text = Optional.ofNullable(status.getDescription()).orElse("");
    var cause = Optional.ofNullable(status.getCause()).map(Throwable::getMessage).orElse("");
    var line = BLANKS.matcher(text + (cause.isEmpty() ? "" : ": " + cause)).replaceAll(" ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  private static String trailer(Metadata trailers, Metadata.Key<String> key) {
    return Optional.ofNullable(trailers.get(key)).orElse("");
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
