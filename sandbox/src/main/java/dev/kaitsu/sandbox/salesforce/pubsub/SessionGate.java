package dev.kaitsu.sandbox.salesforce.pubsub;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lets a call in when its three headers are there and its session is good. */
final class SessionGate implements ServerInterceptor {
  private static final Metadata.Key<String> ACCESS_TOKEN = header("accesstoken");
  private static final Metadata.Key<String> INSTANCE_URL = header("instanceurl");
  private static final Metadata.Key<String> TENANT_ID = header("tenantid");
  private static final Pattern ORG_ID = Pattern.compile("00D[A-Za-z0-9]{15}");

  private final SessionCheck sessions;
  private final PubSubError headersInvalid;

  SessionGate(SessionCheck sessions, PubSubSettings settings) {
    this.sessions = sessions;
    this.headersInvalid =
        settings.has(Habit.CALLS_MISSING_HEADERS_AN_ARGUMENT)
            ? PubSubError.AUTH_HEADERS_INVALID.with(Status.Code.INVALID_ARGUMENT)
            : PubSubError.AUTH_HEADERS_INVALID;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var tenantId = value(headers, TENANT_ID).orElse("");
    var type = Optional.ofNullable(call.getMethodDescriptor().getBareMethodName()).orElse("");
    var rpc = new RpcCall(UUID.randomUUID().toString(), type, tenantId);
    var refusal = refusal(headers, tenantId);
    if (refusal.isPresent()) {
      call.close(rpc.status(refusal.get()), rpc.trailers(refusal.get()));
      return new ServerCall.Listener<>() {};
    }
    var context = Context.current().withValue(RpcCall.CURRENT, rpc);
    return Contexts.interceptCall(context, call, headers, next);
  }

  private Optional<PubSubError> refusal(Metadata headers, String tenantId) {
    var accessToken = value(headers, ACCESS_TOKEN);
    var instanceUrl = value(headers, INSTANCE_URL);
    if (accessToken.isEmpty() || instanceUrl.isEmpty() || !ORG_ID.matcher(tenantId).matches()) {
      return Optional.of(headersInvalid);
    }
    return sessions.check(accessToken.get(), instanceUrl.get(), tenantId);
  }

  private static Optional<String> value(Metadata headers, Metadata.Key<String> key) {
    return Optional.ofNullable(headers.get(key)).filter(text -> !text.isBlank());
  }

  private static Metadata.Key<String> header(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
