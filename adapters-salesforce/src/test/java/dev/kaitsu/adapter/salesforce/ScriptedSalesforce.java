package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server on loopback that gives sessions, and otherwise the answers it was told to give. */
final class ScriptedSalesforce implements AutoCloseable {
  static final String ORG = "00D5g000001AbCdEAK";

  private final MockWebServer server = new MockWebServer();
  private final Queue<MockResponse> logins = new ConcurrentLinkedQueue<>();
  private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
  private final List<RecordedRequest> loginRequests = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger sessions = new AtomicInteger();

  ScriptedSalesforce() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create(
        "http://"
            + server.getSocketAddress().getAddress().getHostAddress()
            + ":"
            + server.getPort());
  }

  SalesforceConfig config() {
    return SalesforceConfig.of(uri(), "client-id", "integration@example.com", Keys.rsa());
  }

  /** The next login is answered so; without a script it succeeds. */
  void nextLogin(MockResponse answer) {
    logins.add(answer);
  }

  void next(MockResponse answer) {
    answers.add(answer);
  }

  void next(int status, String json) {
    answers.add(json(status, json));
  }

  static MockResponse json(int status, String json) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json;charset=UTF-8")
        .body(json)
        .build();
  }

  static MockResponse html(int status) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html")
        .body("<html><body>Please stand by</body></html>")
        .build();
  }

  static MockResponse noContent() {
    return new MockResponse.Builder().code(204).clearHeaders().build();
  }

  /** The request is read, then the connection ends. */
  static MockResponse dropped() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  List<RecordedRequest> loginRequests() {
    return loginRequests;
  }

  List<RecordedRequest> requests() {
    return requests;
  }

  JsonNode bodyOf(int request) {
    return Json.object(requests.get(request).getBody().utf8()).orElseThrow();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    if (request.getTarget().equals("/services/oauth2/token")) {
      loginRequests.add(request);
      var scripted = logins.poll();
      return scripted != null ? scripted : session();
    }
    requests.add(request);
    var scripted = answers.poll();
    return scripted != null ? scripted : json(500, "[{\"errorCode\":\"NOT_SCRIPTED\"}]");
  }

  private MockResponse session() {
    return json(
        200,
        """
        {"access_token":"token-%d","instance_url":"%s","token_type":"Bearer",
         "id":"https://login.salesforce.com/id/%s/0055g000001AbCdEAK"}
        """
            .formatted(sessions.incrementAndGet(), uri(), ORG));
  }
}
