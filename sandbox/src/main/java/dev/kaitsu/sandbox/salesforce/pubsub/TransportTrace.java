package dev.kaitsu.sandbox.salesforce.pubsub;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/**
 * Knows whether a call's HTTP/2 stream is closed, from the connection itself. The call's own
 * listener hears of it later and in no order with other calls, which would make a client that
 * cancels before it reopens look like one with two streams.
 */
final class TransportTrace extends ServerStreamTracer {
  static final Context.Key<TransportTrace> CURRENT = Context.key("transport-trace");

  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(CURRENT, this);
  }

  @Override
  public void streamClosed(Status status) {
    closed = true;
  }

  /** Gives every call its own trace. */
  static final class Factory extends ServerStreamTracer.Factory {
    @Override
    public ServerStreamTracer newServerStreamTracer(String fullMethodName, Metadata headers) {
      return new TransportTrace();
    }
  }
}
