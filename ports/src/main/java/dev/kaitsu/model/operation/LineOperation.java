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
    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the amount or the data is out of them
     */
    public TopUp {
      new Quota(megabytes, "bounds", expires); // refuses what the SIM operator would refuse
      if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
        throw new IllegalArgumentException(
            "an amount is above zero and at most %s, this is %s"
                .formatted(MOST, amount.toPlainString()));
      }
      if (amount.stripTrailingZeros().scale() > CENTS) {
        throw new IllegalArgumentException(
            "an amount has at most two decimals, this is %s".formatted(amount.toPlainString()));
      }
      amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
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
}
