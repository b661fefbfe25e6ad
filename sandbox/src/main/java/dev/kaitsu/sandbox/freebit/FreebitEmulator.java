package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.http.LoopbackServer;
import dev.kaitsu.sandbox.http.ScriptedAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Freebit on loopback. It starts without lines and stock; {@link #books} fills it, the rest
 * happens over its API.
 */
public final class FreebitEmulator implements AutoCloseable {
  /** The OEM id that may log in. */
  public static final String OEM_ID = "sandboxOem";

  /** The key that goes with {@link #OEM_ID}. */
  public static final String OEM_KEY = "sandboxOemKeyOfNoValue";

  /** Where this emulator serves PA05-02, whose true path is not known. */
  public static final String HISTORY_PATH = "mvno/getQuotaHistory/";

  private static final String API = "/emptool/api/";
  private static final String LOGIN = "PA01-01";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Answer NOT_FOUND =
      Answer.html(404, "<html><body><h1>404 Not Found</h1></body></html>");

  private final Faults faults = new Faults();
  private final FreebitBehaviour behaviour = new FreebitBehaviour();
  private final FreebitJournal journal = new FreebitJournal();
  private final FreebitPen pen = new FreebitPen(behaviour);
  private final ScriptedAnswers answers =
      new ScriptedAnswers(faults, Answer.json(200, "{\"resultCode\":\"100\"}"));
  private final FreebitBooks books;
  private final FreebitKeys keys;
  private final Map<String, Endpoint> endpoints = new TreeMap<>();
  private final LoopbackServer server;

  private FreebitEmulator(InstantSource clock) {
    books = new FreebitBooks(clock);
    keys = new FreebitKeys(clock, behaviour);
    openEndpoints();
    server = LoopbackServer.start("freebit", 0, this::handle);
  }

  /** Starts on a free port. */
  public static FreebitEmulator start() {
    return start(InstantSource.system());
  }

  /** Starts on a free port, with a clock of its own for keys, locks and delays. */
  public static FreebitEmulator start(InstantSource clock) {
    return new FreebitEmulator(clock);
  }

  private void openEndpoints() {
    var activation = new ActivationEndpoints(books, journal, behaviour);
    var lines = new LineEndpoints(books, journal, behaviour);
    open("authOem/", LOGIN, this::login);
    open("master/addAcnt/", "PA02-01", activation::register);
    open("mvno/semiblack/addAcnt/", "PA05-19", activation::portCard);
    open("mvno/talkoption/addOrder/", "PA05-05", activation::registerVoice);
    open("mvno/esim/addAcnt/", "PA05-41", activation::activateEsim);
    open("mvno/getDetail/", "PA03-02", lines::detail);
    open("mvno/getTrafficInfo/", "PA05-01", lines::traffic);
    open("master/addSpec/", "PA04-04", lines::addQuota);
    open(HISTORY_PATH, "PA05-02", lines::history);
    open("mvno/changePlan/", "PA05-21", lines::changePlan);
    open("mvno/contractline/change/", "PA05-38", lines::changeNetwork);
  }

  private void open(String path, String operation, Endpoint.Work work) {
    endpoints.put(API + path, new Endpoint(operation, work));
  }

  /** For {@code FREEBIT_BASE_URL}. */
  public URI uri() {
    return server.uri();
  }

  /** Scripts faults and latencies; operations are Freebit's names, such as {@code PA05-41}. */
  public Faults faults() {
    return faults;
  }

  public FreebitBehaviour behaviour() {
    return behaviour;
  }

  public FreebitBooks books() {
    return books;
  }

  public FreebitJournal journal() {
    return journal;
  }

  /** Every key that was handed out is worth nothing from now on. */
  public void expireKeys() {
    keys.expireAll();
  }

  /** For people and scripts: calls, lines by number, and how often each was activated. */
  public Map<String, Object> summary() {
    return Map.of(
        "calls", journal.counts(), "lines", books.states(), "activations", journal.activations());
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var endpoint = endpoints.get(exchange.getRequestURI().getPath());
    if (endpoint == null || !exchange.getRequestMethod().equals("POST")) {
      NOT_FOUND.sendTo(exchange);
      return;
    }
    journal.called(endpoint.operation());
    var request = isForm(exchange) ? parsed(body) : Optional.<FreebitRequest>empty();
    var subject = request.map(FreebitRequest::subject).orElse("");
    answers.answer(exchange, endpoint.operation(), subject, () -> answer(endpoint, request));
  }

  private Answer answer(Endpoint endpoint, Optional<FreebitRequest> request) {
    try {
      var asked = request.orElseThrow(() -> FreebitRefusal.invalid("json"));
      if (!endpoint.operation().equals(LOGIN) && !keys.isGood(asked.text("authKey").orElse(""))) {
        throw FreebitRefusal.key();
      }
      behaviour
          .nextRefusal(endpoint.operation())
          .ifPresent(
              refusal -> {
                throw refusal;
              });
      return pen.success(endpoint.work().answer(asked));
    } catch (FreebitRefusal refusal) {
      return pen.refusal(refusal);
    }
  }

  private Reply login(FreebitRequest request) {
    boolean known =
        request.text("oemId").filter(OEM_ID::equals).isPresent()
            && request.text("oemKey").filter(OEM_KEY::equals).isPresent();
    if (!known) {
      throw FreebitRefusal.key();
    }
    return new Reply(JsonNodeFactory.instance.objectNode().put("authKey", keys.issue()));
  }

  private static boolean isForm(HttpExchange exchange) {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /** The JSON in the form's field {@code json}; empty if there is none. */
  private static Optional<FreebitRequest> parsed(byte[] body) {
    return Stream.of(new String(body, StandardCharsets.UTF_8).split("&", -1))
        .filter(field -> field.startsWith("json="))
        .map(field -> URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8))
        .findFirst()
        .flatMap(FreebitEmulator::object);
  }

  private static Optional<FreebitRequest> object(String json) {
    try {
      return Optional.of(MAPPER.readTree(json))
          .filter(node -> node.isObject())
          .map(FreebitRequest::new);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }
}
