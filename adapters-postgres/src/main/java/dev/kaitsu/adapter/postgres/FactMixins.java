package dev.kaitsu.adapter.postgres;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.ProductNumber;

/** How our words are written in stored facts: ids and codes bare, write-backs with their kind. */
final class FactMixins {
  private FactMixins() {}

  static void addTo(JsonMapper.Builder mapper) {
    mapper.addMixIn(OrderId.class, BareText.class);
    mapper.addMixIn(OrderItemId.class, BareText.class);
    mapper.addMixIn(OpportunityId.class, BareText.class);
    mapper.addMixIn(ProductNumber.class, BareText.class);
    mapper.addMixIn(PhoneNumber.class, BareDigits.class);
    mapper.addMixIn(Eid.class, BareDigits.class);
    mapper.addMixIn(BillingClientId.class, BareNumber.class);
    mapper.addMixIn(BillingOrderId.class, BareNumber.class);
    mapper.addMixIn(ServiceId.class, BareNumber.class);
    mapper.addMixIn(FailureCode.class, BareCode.class);
    mapper.addMixIn(WriteBack.class, Kinds.class);
  }

  @SuppressWarnings("UnusedVariable") // only its shape counts
  private abstract static class BareText {
    @JsonCreator
    BareText(String value) {}

    @JsonValue
    abstract String value();
  }

  @SuppressWarnings("UnusedVariable") // only its shape counts
  private abstract static class BareDigits {
    @JsonCreator
    BareDigits(String digits) {}

    @JsonValue
    abstract String digits();
  }

  @SuppressWarnings("UnusedVariable") // only its shape counts
  private abstract static class BareNumber {
    @JsonCreator
    BareNumber(long value) {}

    @JsonValue
    abstract long value();
  }

  private abstract static class BareCode {
    @JsonCreator
    static FailureCode of(String code) {
      return FailureCode.of(code);
    }

    @JsonValue
    abstract String code();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "Activated", value = WriteBack.Activated.class),
    @JsonSubTypes.Type(name = "Failed", value = WriteBack.Failed.class)
  })
  private interface Kinds {}
}
