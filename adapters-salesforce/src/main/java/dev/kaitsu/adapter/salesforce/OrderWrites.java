package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.adapter.salesforce.CompositeCall.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes results: one by one call that does all of it or nothing, several by one call in which each
 * record stands for itself. A result of which any record failed is then written once more alone,
 * and ends as that does.
 */
final class OrderWrites implements Shareable<WritePlan, Optional<Failure>> {
  private static final String OPERATION = "write";

  private final SalesforceRest rest;
  private final SalesforceFields fields;
  private final CompositeCall composite;

  OrderWrites(SalesforceRest rest, SalesforceFields fields) {
    this.rest = rest;
    this.fields = fields;
    this.composite = new CompositeCall(rest);
  }

  @Override
  public int room() {
    return CollectionCall.MOST_RECORDS;
  }

  @Override
  public int size(WritePlan plan) {
    return plan.records().size();
  }

  @Override
  public Supplier<Optional<Failure>> alone(WritePlan plan) {
    return submit(OPERATION, plan);
  }

  @Override
  public List<Supplier<Optional<Failure>>> together(List<WritePlan> plans) {
    var shared = CollectionCall.of(plans);
    var reply =
        rest.write(OPERATION, "PATCH", rest.versioned("/composite/sobjects"), shared.body());
    if (reply.refusal().isPresent()) {
      throw reply.refusal().get().ofWrite(fields);
    }
    var written = shared.written(reply.body());
    return plans.stream().map(plan -> rest(plan, written.contains(plan))).toList();
  }

  /** Calls once; patience with a locked row is left to the caller. */
  Supplier<Optional<Failure>> submit(String operation, WritePlan plan) {
    var failure = submitOnce(operation, plan);
    return () -> RowLockPatience.retrying(failure, () -> submitOnce(operation, plan));
  }

  private Supplier<Optional<Failure>> rest(WritePlan plan, boolean written) {
    return written ? Optional::empty : () -> alone(plan).get();
  }

  private Optional<Failure> submitOnce(String operation, WritePlan plan) {
    if (plan.isOrderOnly()) {
      var path = rest.versioned(plan.order().resource());
      return rest.write(operation, "PATCH", path, plan.order().values())
          .refusal()
          .map(refusal -> new Failure(refusal, false));
    }
    var reply = rest.write(operation, "POST", rest.versioned("/composite"), composite.body(plan));
    return reply.refusal().isPresent()
        ? reply.refusal().map(refusal -> new Failure(refusal, false))
        : composite.failure(reply.body());
  }
}
