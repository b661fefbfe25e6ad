package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One exchange of bytes with Salesforce. Every option of the client that matters is spelled out:
 * the library's defaults send a request again on their own, and never give up on a whole call.
 */
final class SalesforceHttp implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int IDLE_CONNECTIONS = 20;

  private final ConnectionPool connections =
      new ConnectionPool(IDLE_CONNECTIONS, 60, TimeUnit.SECONDS);
  private final OkHttpClient logins;
  private final OkHttpClient reads;
  private final OkHttpClient writes;

  SalesforceHttp(SalesforceConfig config) {
    this.reads = client(config.timeout(), true);
    this.writes = client(config.timeout(), false);
    this.logins = client(config.authTimeout(), true);
  }

  /** Logs in: a login repeated is a login more, and harms nobody. */
  Answer login(Request request) {
    try {
      return exchange(logins, request);
    } catch (IOException e) {
      throw LostAnswer.ofRead("the login", request, e);
    }
  }

  /** Reads; sent once more if the connection breaks. */
  Answer read(Request request) {
    try {
      return exchange(reads, request);
    } catch (IOException e) {
      if (LostAnswer.isTimeout(e) || Thread.currentThread().isInterrupted()) {
        throw LostAnswer.ofRead("a read", request, e);
      }
    }
    try {
      return exchange(reads, request);
    } catch (IOException e) {
      throw LostAnswer.ofRead("a read", request, e);
    }
  }

  /**
   * Writes, in exactly one request.
   *
   * @throws ExternalCallException unavailable only if no byte of the request can have arrived
   */
  Answer write(Request request) {
    var progress = new SendProgress();
    try {
      return exchange(writes, request.newBuilder().tag(SendProgress.class, progress).build());
    } catch (IOException e) {
      throw progress.hasBegun()
          ? LostAnswer.ofWrite("a write", request, e)
          : LostAnswer.ofRead("a write", request, e);
    }
  }

  @Override
  public void close() {
    connections.evictAll();
  }

  private static Answer exchange(OkHttpClient client, Request request) throws IOException {
    Call call = client.newCall(request);
    try (Response response = call.execute()) {
      return new Answer(
          response.code(),
          response.body().string(),
          Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant),
          Optional.ofNullable(response.header("Sforce-Limit-Info")).flatMap(ApiUsage::parse));
    }
  }

  private OkHttpClient client(Duration timeout, boolean mayRepeat) {
    var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    return new OkHttpClient.Builder()
        .connectionPool(connections)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(connect)
        .readTimeout(timeout)
        .writeTimeout(timeout)
        .callTimeout(timeout)
        .retryOnConnectionFailure(mayRepeat)
        .followRedirects(false) // a redirect would carry the session to another host
        .followSslRedirects(false)
        .eventListenerFactory(SendProgress::of)
        .build();
  }
}
