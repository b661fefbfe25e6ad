package dev.kaitsu.sandbox.whmcs;

import com.sun.net.httpserver.HttpExchange;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.http.LoopbackServer;
import dev.kaitsu.sandbox.http.ScriptedAnswers;
import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.php.PhpForm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A WHMCS installation on loopback. It starts without clients and products; {@link
 * #add(WhmcsClient)} and {@link #add(WhmcsProduct)} fill it, the rest happens over its API.
 */
public final class WhmcsEmulator implements AutoCloseable {
  /** The API credential that may call every action. */
  public static final String IDENTIFIER = "D4j1dKYE3g40VROOPCGyJ9zRwP0ADJIv";

  /** The secret that goes with {@link #IDENTIFIER}. */
  public static final String SECRET = "F1CKGXRIpylMfsrig3mwwdSdYUdLiFlo";

  private static final String PATH = "/includes/api.php";

  private final Faults faults = new Faults();
  private final WhmcsCalls calls = new WhmcsCalls();
  private final Installation installation =
      new Installation(
          new WhmcsBooks(), new WhmcsBehaviour(), new AnswerStyle(), new Installation.Sequences());
  private final WhmcsStaff staff = new WhmcsStaff(installation);
  private final Api api = new Api(installation, staff);
  private final ScriptedAnswers answers =
      new ScriptedAnswers(faults, Answer.json(200, "{\"result\":\"success\"}"));
  private final LoopbackServer server;

  private WhmcsEmulator(int port) {
    server = LoopbackServer.start("whmcs", port, this::handle);
  }

  /** Starts on a free port. */
  public static WhmcsEmulator start() {
    return start(0);
  }

  /**
   * Starts on the given port.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static WhmcsEmulator start(int port) {
    return new WhmcsEmulator(port);
  }

  /** The full address of {@code includes/api.php}. */
  public URI apiUrl() {
    return server.uri().resolve(PATH);
  }

  /** Adds a client, or replaces the one with this id. */
  public void add(WhmcsClient client) {
    installation.books().put(client);
  }

  /** Adds a product, or replaces the one with this id. */
  public void add(WhmcsProduct product) {
    installation.books().put(product);
  }

  /**
   * Scripts faults and latencies; operations are the action names, such as {@code AddOrder}, and
   * subjects are client ids.
   */
  public Faults faults() {
    return faults;
  }

  public WhmcsBehaviour behaviour() {
    return installation.behaviour();
  }

  public AnswerStyle answerStyle() {
    return installation.style();
  }

  public WhmcsBooks books() {
    return installation.books();
  }

  public WhmcsCalls calls() {
    return calls;
  }

  public WhmcsStaff staff() {
    return staff;
  }

  /** For people and scripts: calls per action, and order ids per Salesforce order id. */
  public Map<String, Object> summary() {
    Map<String, List<Integer>> marked = new TreeMap<>();
    books()
        .ordersByMarker()
        .forEach((id, orders) -> marked.put(id, orders.stream().map(WhmcsOrder::id).toList()));
    return Map.of(
        "calls", calls.counts(), "orders", books().orders().size(), "ordersByMarker", marked);
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      Answer.html(404, "<html><body><h1>404 Not Found</h1></body></html>").sendTo(exchange);
      return;
    }
    PhpArray form = isForm(exchange) ? parsed(body) : new PhpArray();
    String operation = api.operation(form);
    int client = form.integer("clientid").or(() -> form.integer("userid")).orElse(0);
    var call =
        new WhmcsCalls.Call(operation, client, form.integer("orderid").orElse(0), Instant.now());
    calls.began(call);
    try {
      var blocked = FrontDoors.answer(installation.behaviour().frontDoor);
      if (blocked.isPresent()) {
        blocked.get().sendTo(exchange);
      } else {
        answers.answer(exchange, operation, String.valueOf(client), () -> api.call(form));
      }
    } finally {
      calls.ended(call);
    }
  }

  private static PhpArray parsed(byte[] body) {
    return PhpForm.parse(new String(body, StandardCharsets.UTF_8));
  }

  /** PHP fills {@code $_POST} for a posted form only; everything else arrives without fields. */
  private static boolean isForm(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return exchange.getRequestMethod().equals("POST")
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }
}
