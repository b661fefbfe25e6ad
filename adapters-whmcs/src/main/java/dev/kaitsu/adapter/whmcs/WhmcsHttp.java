package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.FormField;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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
final class WhmcsHttp implements AutoCloseable {
  private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /** Shorter than the 5 s after which an Apache closes: a call on a dying connection is a doubt. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

  private final String url;
  private final OkHttpClient reads;
  private final OkHttpClient writes;

  WhmcsHttp(URI url, Duration timeout, int connections) {
    this.url = url.toString();
    var pool = new ConnectionPool(connections, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
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

  /** Sends the form and reads the whole answer. */
  Page post(List<FormField> form, boolean write, Sending sending) throws IOException {
    var fields = new FormBody.Builder(StandardCharsets.UTF_8);
    form.forEach(field -> fields.add(field.name(), field.value()));
    RequestBody body = write ? new OneShot(fields.build()) : fields.build();
    var request = new Request.Builder().url(url).tag(Sending.class, sending).post(body).build();
    try (Response response = (write ? writes : reads).newCall(request).execute()) {
      var sentAt = Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant);
      return new Page(response.code(), text(response), sentAt);
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

  /**
   * A complete HTTP answer.
   *
   * @param sentAt the server's own time, from the Date header
   */
  record Page(int status, String body, Optional<Instant> sentAt) {}

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
