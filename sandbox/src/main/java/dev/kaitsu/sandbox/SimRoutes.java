package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import java.util.Map;

/**
 * The control routes for what happens at the SIM operator without anybody asking:
 *
 * <ul>
 *   <li>{@code POST /sims/stock {"phoneNumber":"09000001234"}} puts a card into stock
 *   <li>{@code POST /sims/lock {"phoneNumber":"09000001234","delayMs":60000}} locks a line
 *   <li>{@code POST /sims/delay {"delayMs":5000}} sets after how long calls are applied
 *   <li>{@code POST /sims/apply} applies all that waits, at once
 *   <li>{@code POST /sims/expire-keys} makes every key worthless
 * </ul>
 */
final class SimRoutes {
  private static final String NUMBER = "phoneNumber";
  private static final String DELAY = "delayMs";

  private final FreebitEmulator freebit;

  SimRoutes(FreebitEmulator freebit) {
    this.freebit = freebit;
  }

  void registerAt(ControlEndpoint control) {
    control.register("POST /sims/stock", this::stock);
    control.register("POST /sims/lock", this::lock);
    control.register("POST /sims/delay", this::delay);
    control.register("POST /sims/apply", this::apply);
    control.register("POST /sims/expire-keys", this::expireKeys);
  }

  private Object stock(ControlRequest request) {
    var number = request.only(NUMBER).text(NUMBER);
    freebit.books().stocks(number);
    return Map.of("stocked", number);
  }

  private Object lock(ControlRequest request) {
    var number = request.only(NUMBER, DELAY).text(NUMBER);
    freebit.books().locks(number, request.millis(DELAY));
    return Map.of("locked", number);
  }

  private Object delay(ControlRequest request) {
    var delay = request.only(DELAY).millis(DELAY);
    freebit.behaviour().appliesAfter(delay);
    return Map.of(DELAY, delay.toMillis());
  }

  private Object apply(ControlRequest request) {
    request.only();
    freebit.books().applyPending();
    return Map.of("applied", true);
  }

  private Object expireKeys(ControlRequest request) {
    request.only();
    freebit.expireKeys();
    return Map.of("expired", true);
  }
}
