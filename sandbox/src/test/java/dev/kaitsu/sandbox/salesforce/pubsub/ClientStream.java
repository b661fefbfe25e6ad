package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.pubsub.EmulatedOrg.soon;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One Subscribe call seen from its client. */
final class ClientStream implements ClientResponseObserver<FetchRequest, FetchResponse> {
  private final List<FetchResponse> responses = new CopyOnWriteArrayList<>();
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final CompletableFuture<ClientCallStreamObserver<FetchRequest>> requests =
      new CompletableFuture<>();

  /** How the stream ended; the trailers are empty after a clean end. */
  record End(Status status, Metadata trailers) {
    Optional<String> errorCode() {
      return Optional.ofNullable(trailers.get(PubSubClient.key("error-code")));
    }
  }

  void send(FetchRequest request) {
    requests.join().onNext(request);
  }

  void cancel() {
    requests.join().cancel("the client has seen enough", null);
  }

  List<FetchResponse> responses() {
    return responses;
  }

  List<ConsumerEvent> events() {
    return responses.stream().flatMap(r -> r.getEventsList().stream()).toList();
  }

  List<ConsumerEvent> awaitEvents(int count) {
    soon().until(() -> end.isDone() || events().size() >= count);
    return events();
  }

  List<FetchResponse> awaitResponses(int count) {
    soon().until(() -> responses.size() >= count);
    return responses;
  }

  /** When the event of this number, counted from 1, came in, by {@link System#nanoTime}. */
  long awaitArrival(int number) {
    awaitEvents(number);
    return arrivals.get(number - 1);
  }

  boolean isOpen() {
    return !end.isDone();
  }

  End awaitEnd() {
    return end.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<FetchRequest> stream) {
    requests.complete(stream);
  }

  @Override
  public void onNext(FetchResponse response) {
    response.getEventsList().forEach(event -> arrivals.add(System.nanoTime()));
    responses.add(response);
  }

  @Override
  public void onError(Throwable failure) {
    var trailers = Optional.ofNullable(Status.trailersFromThrowable(failure));
    end.complete(new End(Status.fromThrowable(failure), trailers.orElseGet(Metadata::new)));
  }

  @Override
  public void onCompleted() {
    end.complete(new End(Status.OK, new Metadata()));
  }
}
