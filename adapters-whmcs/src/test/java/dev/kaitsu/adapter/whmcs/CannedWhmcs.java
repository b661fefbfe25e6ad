package dev.kaitsu.adapter.whmcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A WHMCS that says what a test puts into its mouth, action by action. */
final class CannedWhmcs implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CannedWhmcs() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var form = request.getBody().utf8();
            var action =
                answers.keySet().stream()
                    .filter(each -> form.contains("action=" + each + "&"))
                    .findFirst();
            action.ifPresent(asked::add);
            return action.map(answers::get).orElseThrow();
          }
        });
    try {
      server.start();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  void answers(String action, int status, String body) {
    answers.put(action, new MockResponse.Builder().code(status).body(body).build());
  }

  void answers(String action, String body) {
    answers(action, 200, body);
  }

  URI url() {
    return server.url("/includes/api.php").uri();
  }

  /** The actions that were asked for, in their order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.close();
  }
}
