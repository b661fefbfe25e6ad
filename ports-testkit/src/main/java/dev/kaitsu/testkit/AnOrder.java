package dev.kaitsu.testkit;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sample orders: one that can be fulfilled at once, and the same with one thing changed. */
public final class AnOrder {
  /** The order of {@link #activating()}. */
  public static final OrderId ID = new OrderId("8015g00000AbCdEAAV");

  /** The account that placed it. */
  public static final AccountId ACCOUNT = new AccountId("0015g00000abcdeAAA");

  /** The client that the account is in billing, by the testkit's own choice. */
  public static final BillingClientId CLIENT = new BillingClientId(7);

  private OrderId id = ID;
  private Optional<AccountId> account = Optional.of(ACCOUNT);
  private Optional<OpportunityId> opportunity = Optional.empty();
  private Optional<String> status = Optional.of("Approved");
  private Optional<String> activationStatus = Optional.of(Order.ACTIVATING);
  private Optional<String> type = Optional.of("Internet");
  private boolean scheduled;
  private Optional<Instant> scheduledFor = Optional.empty();
  private Optional<String> billedAs = Optional.empty();
  private boolean staleError;
  private Instant modifiedAt = SettableClock.START.minusSeconds(1);
  private List<ALine> lines = List.of(ALine.internet());

  private AnOrder() {}

  /** Approved and activating, one internet line, never billed. */
  public static AnOrder activating() {
    return new AnOrder();
  }

  /** The n-th order of the org, for n up to 99999, with a line of its own. */
  public static AnOrder numbered(int n) {
    return activating().withId(idNumbered(n)).withLines(ALine.internet().numbered(n));
  }

  public static OrderId idNumbered(int n) {
    return new OrderId("8015g00000%05d".formatted(n));
  }

  /** An order that was described elsewhere, to change one thing of it. */
  public static AnOrder like(Order order) {
    var copy = new AnOrder();
    copy.id = order.id();
    copy.account = order.account();
    copy.opportunity = order.opportunity();
    copy.status = order.status();
    copy.activationStatus = order.activationStatus();
    copy.type = order.type();
    copy.scheduled = order.scheduled();
    copy.scheduledFor = order.scheduledFor();
    copy.billedAs = order.billedAs();
    copy.staleError = order.staleError();
    copy.modifiedAt = order.modifiedAt();
    copy.lines = order.lines().stream().map(ALine::like).toList();
    return copy;
  }

  public Order order() {
    return new Order(
        id,
        account,
        opportunity,
        status,
        activationStatus,
        type,
        scheduled,
        scheduledFor,
        billedAs,
        staleError,
        modifiedAt,
        lines.stream().map(ALine::line).toList());
  }

  public AnOrder withId(OrderId value) {
    return with(copy -> copy.id = value);
  }

  public AnOrder withAccount(AccountId value) {
    return with(copy -> copy.account = Optional.of(value));
  }

  public AnOrder withoutAccount() {
    return with(copy -> copy.account = Optional.empty());
  }

  public AnOrder withOpportunity(OpportunityId value) {
    return with(copy -> copy.opportunity = Optional.of(value));
  }

  public AnOrder withStatus(String value) {
    return with(copy -> copy.status = Optional.of(value));
  }

  /** As in an org that does not fill {@code Status}. */
  public AnOrder withoutStatus() {
    return with(copy -> copy.status = Optional.empty());
  }

  public AnOrder withActivationStatus(String value) {
    return with(copy -> copy.activationStatus = Optional.of(value));
  }

  public AnOrder withoutActivationStatus() {
    return with(copy -> copy.activationStatus = Optional.empty());
  }

  public AnOrder withType(String value) {
    return with(copy -> copy.type = Optional.of(value));
  }

  public AnOrder scheduledFor(Instant value) {
    return with(
        copy -> {
          copy.scheduled = true;
          copy.scheduledFor = Optional.of(value);
        });
  }

  /** Scheduled, but the time was left empty. */
  public AnOrder scheduledWithoutTime() {
    return with(
        copy -> {
          copy.scheduled = true;
          copy.scheduledFor = Optional.empty();
        });
  }

  public AnOrder billedAs(String value) {
    return with(copy -> copy.billedAs = Optional.of(value));
  }

  /** With error fields filled by an earlier attempt, or not. */
  public AnOrder withStaleError(boolean value) {
    return with(copy -> copy.staleError = value);
  }

  public AnOrder modifiedAt(Instant value) {
    return with(copy -> copy.modifiedAt = value);
  }

  /** With these lines; none is possible. */
  public AnOrder withLines(ALine... values) {
    return with(copy -> copy.lines = Stream.of(values).toList());
  }

  private AnOrder with(Consumer<AnOrder> change) {
    var copy = like(order());
    change.accept(copy);
    return copy;
  }
}
