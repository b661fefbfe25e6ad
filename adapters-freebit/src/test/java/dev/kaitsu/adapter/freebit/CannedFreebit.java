package dev.kaitsu.adapter.freebit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A Freebit that says what a test puts into its mouth, path by path; the last answer stays. */
final class CannedFreebit implements AutoCloseable {
  static final String OK = "{\"resultCode\":\"100\",\"status\":{\"message\":\"OK\"}}";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CannedFreebit() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var path = request.getUrl().encodedPath().replace("/emptool/api/", "");
            var form = URLDecoder.decode(request.getBody().utf8(), StandardCharsets.UTF_8);
            asked.add(path + " " + form);
            return next(path);
          }
        });
    try {
      server.start();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    answers("authOem/", "{\"resultCode\":\"100\",\"authKey\":\"key-1\"}");
  }

  private synchronized MockResponse next(String path) {
    var queue = answers.get(path);
    if (queue == null) {
      return new MockResponse.Builder().code(404).build();
    }
    return queue.size() > 1 ? queue.remove() : queue.element();
  }

  synchronized void answers(String path, MockResponse... responses) {
    answers.put(path, new ArrayDeque<>(List.of(responses)));
  }

  void answers(String path, String... bodies) {
    answers(
        path,
        List.of(bodies).stream()
            .map(body -> new MockResponse.Builder().body(body).build())
            .toArray(MockResponse[]::new));
  }

  URI url() {
    return server.url("/").uri();
  }

  /** Path and decoded form of each request, in their order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  List<String> asked(String path) {
    return asked.stream().filter(each -> each.startsWith(path + " ")).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
