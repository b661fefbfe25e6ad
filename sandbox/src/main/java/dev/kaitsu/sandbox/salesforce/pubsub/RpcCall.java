package dev.kaitsu.sandbox.salesforce.pubsub;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** One call under way: the id the vendor's support would ask for, and the org it speaks for. */
record RpcCall(String rpcId, String type, String tenantId) {
  static final Context.Key<RpcCall> CURRENT = Context.key("rpc-call");

  private static final Metadata.Key<String> ERROR_CODE = ascii("error-code");
  private static final Metadata.Key<String> RPC_ID = ascii("rpc-id");
  private static final Metadata.Key<String> TYPE = ascii("type");

  static RpcCall current() {
    return CURRENT.get();
  }

  Status status(PubSubError error) {
    return Status.fromCode(error.status()).withDescription(error.text() + " rpcId: " + rpcId);
  }

  Metadata trailers(PubSubError error) {
    var trailers = new Metadata();
    error.errorCode().ifPresent(code -> trailers.put(ERROR_CODE, code));
    trailers.put(RPC_ID, rpcId);
    trailers.put(TYPE, type);
    return trailers;
  }

  StatusRuntimeException failure(PubSubError error) {
    return status(error).asRuntimeException(trailers(error));
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
