package dev.kaitsu.server.api;

import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.wiring.page.LinePage;
import dev.kaitsu.wiring.page.OperationPage;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SIM lines over HTTP: shown, and changed one operation at a time. */
final class SimRoutes implements ApiRoutes {
  private static final String LINE = "/sim/lines/{number}";
  private static final String OPERATION = "/sim/operations/{operation}";
  private static final String KEY = "Idempotency-Key";

  private final Optional<SimDesk> desk;

  /**
   * The routes.
   *
   * @param desk empty: there is no access to the SIM operator, which every route says
   */
  SimRoutes(Optional<SimDesk> desk) {
    this.desk = desk;
  }

  /** The body of a settling. */
  record Settling(boolean done) {}

  @Override
  public void addTo(ApiRouter api) {
    api.read(LINE, this::details);
    api.read(LINE + "/usage", request -> ApiAnswer.ok(LinePage.of(desk().usage(line(request)))));
    api.read(LINE + "/operations", request -> list(desk().operations(line(request))));
    api.change(LINE + "/top-ups", SimBodies.TopUp.class, this::ask);
    api.change(LINE + "/plan-changes", SimBodies.PlanChange.class, this::ask);
    api.change(LINE + "/network-changes", SimBodies.NetworkChange.class, this::ask);
    api.read("/sim/operations", request -> list(desk().unsettled()));
    api.read(OPERATION, this::operation);
    api.change(OPERATION + "/cancel", request -> acted(desk().cancel(id(request), by(request))));
    api.change(OPERATION + "/retry", request -> acted(desk().retry(id(request), by(request))));
    api.change(
        OPERATION + "/settle",
        Settling.class,
        (request, body) -> acted(desk().settle(id(request), body.done(), by(request))));
  }

  private ApiAnswer details(ApiRequest request) {
    var line = line(request);
    return desk()
        .details(line)
        .map(LinePage::of)
        .map(ApiAnswer::ok)
        .orElseThrow(() -> ApiProblem.notFound("Freebit knows no line " + line));
  }

  private ApiAnswer ask(ApiRequest request, SimBodies.Asking body) {
    var line = line(request);
    LineOperation what = body.what();
    var key = request.header(KEY);
    var asked =
        ApiRequest.field(
            KEY, () -> new OperationRequest(line, what, by(request), key, body.busy()));
    return SimAnswers.of(desk().request(asked));
  }

  private ApiAnswer operation(ApiRequest request) {
    return desk()
        .operation(id(request))
        .map(OperationPage::of)
        .map(ApiAnswer::ok)
        .orElseThrow(SimRoutes::noOperation);
  }

  private static ApiAnswer acted(Change change) {
    if (change instanceof Change.Refused refused) {
      throw ApiProblem.conflict("REFUSED", refused.reason());
    }
    if (change instanceof Change.Changed changed) {
      return ApiAnswer.ok(OperationPage.of(changed.operation()));
    }
    throw noOperation();
  }

  private static ApiAnswer list(List<OperationView> views) {
    return ApiAnswer.ok(Map.of("operations", views.stream().map(OperationPage::brief).toList()));
  }

  private SimDesk desk() {
    return desk.orElseThrow(
        () ->
            new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "SIM_NOT_CONFIGURED",
                "SIM lines are not managed here: the FREEBIT_… variables are not set"));
  }

  private static PhoneNumber line(ApiRequest request) {
    return request.path("number", PhoneNumber::new);
  }

  private static OperationId id(ApiRequest request) {
    return request.path("operation", OperationId::of);
  }

  private static String by(ApiRequest request) {
    return request.caller().name();
  }

  private static ApiProblem noOperation() {
    return ApiProblem.notFound("there is no such operation");
  }
}
