package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.port.out.Orders;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedErrors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Orders in Salesforce that share each call with others")
class OrdersInCompanyContractTest extends SalesforceOrdersContractTest {
  private final InCompany company = (InCompany) connected;

  @Override
  Orders connect(EmulatedOrg to) {
    return new InCompany(to);
  }

  @AfterEach
  void dissolve() {
    company.close();
  }

  @Override
  protected void failsTheNextRead() {
    company.beforeTheNextCall(super::failsTheNextRead);
  }

  @Override
  protected void losesTheAnswerOfTheNextWrite() {
    company.beforeTheNextCall(
        () -> org.emulator().faults().script("collections.update", Fault.after(Symptom.DROP), 1));
  }

  @Override
  protected void refusesTheNextWrite() {
    var refusal = ScriptedError.validation("not from this state");
    company.beforeTheNextCall(
        () -> {
          org.emulator().errors().next(ScriptedErrors.ROWS, refusal, 1);
          org.emulator().errors().next("sobject.update", refusal, 1); // when it is alone
        });
  }
}
