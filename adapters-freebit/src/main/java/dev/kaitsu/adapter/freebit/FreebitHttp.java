package dev.kaitsu.adapter.freebit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** Posts forms: reads as OkHttp likes to, writes in a way that nothing can send twice. */
final class FreebitHttp implements AutoCloseable {
  private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /** Short, since a write on a connection that the server just closed is a doubt. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

  private static final int IDLE_CONNECTIONS = 4;

  private final String root;
  private final OkHttpClient reads;
  private final OkHttpClient writes;

  FreebitHttp(URI root, Duration timeout) {
    this.root = root.toString();
    var pool = new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
    this.reads = client(timeout, pool).retryOnConnectionFailure(true).build();
    this.writes = client(timeout, pool).retryOnConnectionFailure(false).build();
  }

  private static OkHttpClient.Builder client(Duration timeout, ConnectionPool pool) {
    var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(connect)
        .readTimeout(timeout)
        .writeTimeout(timeout)
        .callTimeout(timeout)
        .followRedirects(false) // a followed POST turns into a GET, or is sent twice
        .followSslRedirects(false)
        .connectionPool(pool)
        .eventListener(new FirstByte());
  }

  /**
   * Sends the JSON as Freebit wants it, in one field of a form, and reads the whole answer.
   *
   * @param path after {@code /emptool/api/}
   */
  Page post(String path, String json, boolean write, Sending sending) throws IOException {
    var form = new FormBody.Builder(StandardCharsets.UTF_8).add("json", json).build();
    RequestBody body = write ? new OneShot(form) : form;
    var request =
        new Request.Builder().url(root + path).tag(Sending.class, sending).post(body).build();
    try (Response response = (write ? writes : reads).newCall(request).execute()) {
      return new Page(response.code(), text(response));
    }
  }

  private static String text(Response response) throws IOException {
    var bytes = response.body().byteStream().readNBytes(LARGEST_ANSWER);
    var charset =
        Optional.ofNullable(response.body().contentType())
            .map(type -> type.charset(StandardCharsets.UTF_8))
            .orElse(StandardCharsets.UTF_8);
    return new String(bytes, charset);
  }

  @Override
  public void close() {
    reads.connectionPool().evictAll(); // the writes' too: both share one
  }

  /** A complete HTTP answer. */
  record Page(int status, String body) {}

  /** Knows whether the first byte of a request may have left. */
  static final class Sending {
    private volatile boolean begun;

    boolean begun() {
      return begun;
    }
  }

  /** Notes the moment from which on a request is no longer certainly unsent. */
  private static final class FirstByte extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      Optional.ofNullable(call.request().tag(Sending.class))
          .ifPresent(sending -> sending.begun = true);
    }
  }

  /** Keeps OkHttp from sending a form again, which it otherwise does on 408, 503 and 307. */
  private static final class OneShot extends RequestBody {
    private final FormBody form;

    private OneShot(FormBody form) {
      this.form = form;
    }

    @Override
    public MediaType contentType() {
      return form.contentType();
    }

    @Override
    public long contentLength() {
      return form.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      form.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
