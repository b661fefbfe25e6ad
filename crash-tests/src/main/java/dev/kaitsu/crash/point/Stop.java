package dev.kaitsu.crash.point;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Call.Kind;
import dev.kaitsu.crash.world.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How a call can be cut short, with what comes of it. */
enum Stop {
  DIES_BEFORE(
      "the process dies before",
      "taken over within 12 s, goes on after its last durable fact",
      "nothing to do"),
  DIES_AFTER(
      "the process dies after",
      "taken over within 12 s, reads what is in place and goes on from there",
      "nothing to do"),
  DIES_DURING(
      "the process dies during, the effect lands 1 s later:",
      "taken over within 12 s, finds the effect in place",
      "nothing to do"),
  DIES_DURING_LANDS_AFTER_LOOK(
      "the process dies during, the effect lands after the takeover's first look:",
      "taken over, looks again until the late order shows, and adopts it",
      "the order stays Activating a while longer"),
  DIES_DURING_LANDS_LAST(
      "the process dies during, the effect lands just before the look window closes:",
      "waits for the window's end, whose look finds the order and adopts it",
      "the order stays Activating for up to KAITSU_LOOK_WINDOW"),
  DIES_EVERY_TIME(
      "whoever works on the order dies, again and again, before",
      "parked after five looks in a row; set aside where even that dies",
      "mends the cause, retries"),
  ANSWER_LOST(
      "the store commits, its answer is lost:",
      "begun anew after a second from what the ledger says, which is all of it",
      "nothing to do"),
  STORE_FAILS(
      "the store fails at",
      "begun anew after a second; nothing half is in place",
      "readiness is 503 while the database is away"),
  FREEZES_BEFORE(
      "the node freezes before, and wakes up after one look of another:",
      "the other node goes on; the late one is refused by its epoch and stops",
      "nothing to do"),
  FREEZES_AFTER(
      "the node freezes after, and wakes up after one look of another:",
      "the other node goes on; the late one neither writes nor sends",
      "nothing to do"),
  FREEZES_BEFORE_FOR_LONG(
      "the node freezes before, and wakes up when another has ended all:",
      "the other node ends the order; the late one is refused by its epoch and stops",
      "nothing to do"),
  FREEZES_AFTER_FOR_LONG(
      "the node freezes after, and wakes up when another has ended all:",
      "the other node ends the order; the late one neither writes nor sends",
      "nothing to do");

  /** Those of which every pair is tried. */
  static final List<Stop> DEATHS = List.of(DIES_BEFORE, DIES_AFTER);

  /** Those that are tried together with a death. */
  static final List<Stop> STORE_TROUBLES = List.of(ANSWER_LOST, STORE_FAILS);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration AFTER_FIRST_LOOK = PointWorld.TAKEOVER.plusSeconds(2);
  private static final Duration LAST = Fakes.SETTINGS.lookWindow().minusMillis(1);

  private final String words;
  private final String order;
  private final String operator;

  Stop(String words, String order, String operator) {
    this.words = words;
    this.order = order;
    this.operator = operator;
  }

  String words() {
    return words;
  }

  String order() {
    return order;
  }

  String operator() {
    return operator;
  }

  /** Whether a call can be stopped in this way, and it makes a difference. */
  boolean fits(Call call) {
    var kind = call.kind();
    return switch (this) {
      case DIES_BEFORE, DIES_AFTER -> kind != Kind.STORE_READ;
      case DIES_DURING -> kind == Kind.ACT;
      case DIES_DURING_LANDS_AFTER_LOOK, DIES_DURING_LANDS_LAST -> call.isUnrepeatable();
      case DIES_EVERY_TIME -> !kind.isStore() && call != Call.AWAITING;
      case ANSWER_LOST -> kind == Kind.STORE_WRITE;
      case STORE_FAILS -> kind.isStore();
      case FREEZES_BEFORE, FREEZES_BEFORE_FOR_LONG -> kind.isStore() && call != Call.HINT;
      case FREEZES_AFTER, FREEZES_AFTER_FOR_LONG -> call != Call.HINT;
    };
  }

  boolean isBefore() {
    return this == DIES_BEFORE || this == FREEZES_BEFORE || this == FREEZES_BEFORE_FOR_LONG;
  }

  boolean untilAllEnded() {
    return this == FREEZES_BEFORE_FOR_LONG || this == FREEZES_AFTER_FOR_LONG;
  }

  /** When the effect of a call lands whose caller died. */
  Duration lands() {
    return switch (this) {
      case DIES_DURING_LANDS_AFTER_LOOK -> AFTER_FIRST_LOOK;
      case DIES_DURING_LANDS_LAST -> LAST;
      default -> SOON;
    };
  }

  static Stream<Stop> at(Call call) {
    return Stream.of(values()).filter(stop -> stop.fits(call));
  }
}
