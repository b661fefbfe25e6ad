package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One Subscribe call. What comes is queued at once, so that no work of ours keeps the connection
 * waiting; open credits bound the queue. To be used by one thread; any may cancel it.
 */
final class StreamCall {
  private final ClientCall<FetchRequest, FetchResponse> call;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private boolean cancelled;

  private StreamCall(ClientCall<FetchRequest, FetchResponse> call) {
    this.call = call;
  }

  static StreamCall open(
      ClientCall<FetchRequest, FetchResponse> call, Metadata headers, FetchRequest first) {
    var stream = new StreamCall(call);
    call.start(stream.new Receiver(), headers);
    call.request(1);
    call.sendMessage(first);
    return stream;
  }

  /** What came next, in order; empty if nothing comes within this time. */
  Optional<Signal> next(Duration limit) throws InterruptedException {
    return Optional.ofNullable(signals.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** The messages that are here already, up to the first other signal. */
  List<FetchResponse> messagesWaiting() {
    List<FetchResponse> messages = new ArrayList<>();
    while (signals.peek() instanceof Message message) {
      messages.add(message.response());
      signals.remove();
    }
    return messages;
  }

  /** Asks for so many events more, unless the call is cancelled. */
  synchronized void request(int events) {
    if (!cancelled) {
      call.sendMessage(FetchRequest.newBuilder().setNumRequested(events).build());
    }
  }

  /** Ends the call, if it has not ended; nothing of it counts at the service any more. */
  synchronized void cancel() {
    cancelled = true;
    call.cancel("the subscription is opened anew or closed", null);
  }

  /** What can come of a call. */
  sealed interface Signal {}

  /** The connection stands, and the request is on its way. */
  record Ready() implements Signal {}

  /** Events, or a keepalive. */
  record Message(FetchResponse response) implements Signal {}

  /** The call is over. */
  record Ended(RpcFailure how) implements Signal {}

  private final class Receiver extends ClientCall.Listener<FetchResponse> {
    @Override
    public void onReady() {
      signals.add(new Ready());
    }

    @Override
    public void onMessage(FetchResponse response) {
      signals.add(new Message(response));
      call.request(1);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      signals.add(new Ended(RpcFailure.of(status, trailers)));
    }
  }
}
