package dev.kaitsu.model.operation;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** What is to be done to a line. */
public sealed interface LineOperation {
  /** Days are told to the SIM operator with years of four digits. */
  int FIRST_YEAR = 2000;

  int LAST_YEAR = 2199;

  OperationKind kind();

  /**
   * Data for money: the client is charged first, then the data is added.
   *
   * @param client who pays, in the client's own currency
   * @param megabytes 1 to 512,000
   * @param amount what it costs, tax included
   * @param expires the last day; ignored by the SIM operator where the plan allows no expiry
   */
  record TopUp(
      BillingClientId client, int megabytes, BigDecimal amount, Optional<LocalDate> expires)
      implements LineOperation {
    private static final int CENTS = 2;
    private static final int MOST_DIGITS = 20;
    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the amount or the data is out of them
     */
    public TopUp {
      new Quota(megabytes, "bounds", expires); // refuses what the SIM operator would refuse
      requireNear("expires", expires);
      if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
        throw new IllegalArgumentException("an amount has at most 20 digits");
      }
      if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
        throw new IllegalArgumentException(
            "an amount is above zero and at most " + MOST.toPlainString());
      }
      if (amount.stripTrailingZeros().scale() > CENTS) {
        throw new IllegalArgumentException("an amount has at most two decimals");
      }
      amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    /**
     * Reads an amount such as 550 or 5.50; the text is never repeated, however it is wrong.
     *
     * @throws IllegalArgumentException if it is none, or longer than any amount
     */
    public static BigDecimal amountOf(String text) {
      try {
        if (text.length() <= MOST_DIGITS) {
          return new BigDecimal(text);
        }
      } catch (NumberFormatException malformed) {
        throw new IllegalArgumentException("is no amount; write it like 550 or 5.50", malformed);
      }
      throw new IllegalArgumentException("is too long for an amount; write it like 550 or 5.50");
    }

    @Override
    public OperationKind kind() {
      return OperationKind.TOP_UP;
    }
  }

  /**
   * Another plan.
   *
   * @param on the day from which it holds; at once if absent
   */
  record PlanChange(PlanCode plan, Optional<LocalDate> on) implements LineOperation {
    /**
     * Checks the day.
     *
     * @throws IllegalArgumentException if it lies in no year for which anybody plans
     */
    public PlanChange {
      requireNear("on", on);
    }

    @Override
    public OperationKind kind() {
      return OperationKind.PLAN_CHANGE;
    }
  }

  /** Another network. */
  record NetworkChange(NetworkType network, Optional<ProductNumber> productNumber)
      implements LineOperation {
    @Override
    public OperationKind kind() {
      return OperationKind.NETWORK_CHANGE;
    }
  }

  private static void requireNear(String name, Optional<LocalDate> day) {
    if (day.filter(each -> each.getYear() < FIRST_YEAR || each.getYear() > LAST_YEAR).isPresent()) {
      throw new IllegalArgumentException(
          "%s: a day lies in the years %d to %d".formatted(name, FIRST_YEAR, LAST_YEAR));
    }
  }
}
