package dev.kaitsu.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.ledger.OwedWriteBack;
import dev.kaitsu.domain.step.WriteBackReading.Drop;
import dev.kaitsu.domain.step.WriteBackReading.Send;
import dev.kaitsu.domain.step.WriteBackReading.Taken;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Before a result is sent again, the record says whether it is still wanted there")
class WriteBackReadingTest {
  private static final Instant BEFORE_THE_FIRST_SEND = SettableClock.START;
  private static final AnOrder AS_IT_WAS = AnOrder.activating().modifiedAt(BEFORE_THE_FIRST_SEND);
  private static final AnOrder CHANGED = AS_IT_WAS.modifiedAt(BEFORE_THE_FIRST_SEND.plusMillis(1));

  @Nested
  @DisplayName("that the order is live")
  class Activated {
    @Test
    @DisplayName("is there already, if the record shows both Activated and our WHMCS order")
    void taken() {
      assertThat(read(CHANGED.withActivationStatus("Activated").billedAs("6")))
          .isEqualTo(new Taken());
    }

    @Test
    @DisplayName("is sent again where only one of the two is shown")
    void half() {
      assertThat(read(CHANGED.withActivationStatus("Activated"))).isEqualTo(new Send(live(true)));
      assertThat(read(CHANGED.billedAs("6"))).isEqualTo(new Send(live(true)));
    }

    @Test
    @DisplayName("is not written over another WHMCS order, whatever the record shows besides")
    void anotherId() {
      var why = new Drop("Salesforce shows WHMCS order 77, ours is 6");
      assertThat(read(CHANGED.billedAs("77"))).isEqualTo(why);
      assertThat(read(CHANGED.withActivationStatus("Activated").billedAs("77"))).isEqualTo(why);
    }

    @Test
    @DisplayName("is told although the record was changed, since the bill exists")
    void changed() {
      assertThat(read(AS_IT_WAS)).isEqualTo(new Send(live(true)));
      assertThat(read(CHANGED.withActivationStatus("Failed"))).isEqualTo(new Send(live(true)));
    }

    @Test
    @DisplayName("completes Status only over one that approves")
    void status() {
      assertThat(read(CHANGED.withStatus("Reactivate"))).isEqualTo(new Send(live(true)));
      assertThat(read(CHANGED.withStatus("Cancelled"))).isEqualTo(new Send(live(false)));
      assertThat(read(CHANGED.withoutStatus())).isEqualTo(new Send(live(false)));
    }

    private static WriteBackReading read(AnOrder now) {
      return WriteBackReadingTest.read(live(false), now);
    }

    private static WriteBack live(boolean completesStatus) {
      return new WriteBack.Activated(
          AnOrder.ID,
          new BillingOrderId(6),
          AnOrder.CLIENT,
          completesStatus,
          Map.of(ALine.ITEM, List.of(new ServiceId(3))),
          Optional.empty());
    }
  }

  @Nested
  @DisplayName("that the order failed")
  class Failed {
    private static final WriteBack FAILED =
        new WriteBack.Failed(AnOrder.ID, FailureCode.ETIMEOUT, "no answer");

    @Test
    @DisplayName("is there already, if the record shows Failed")
    void taken() {
      assertThat(read(FAILED, CHANGED.withActivationStatus("Failed"))).isEqualTo(new Taken());
    }

    @Test
    @DisplayName("is sent again over the very record that it was first sent over")
    void unchanged() {
      assertThat(read(FAILED, AS_IT_WAS)).isEqualTo(new Send(FAILED));
    }

    @Test
    @DisplayName("is never written over a newer Activating: that asks for another attempt")
    void askedAgain() {
      assertThat(read(FAILED, CHANGED))
          .isEqualTo(new Drop("the order was changed since, and asks for activation again"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Activated", "Not Started"})
    @DisplayName("is never written over any other state, even of an unchanged record")
    void anotherState(String value) {
      assertThat(read(FAILED, AS_IT_WAS.withActivationStatus(value)))
          .isEqualTo(new Drop("Activation_Status__c is " + value + " by now"));
    }

    @Test
    @DisplayName("nor over an emptied one")
    void emptied() {
      assertThat(read(FAILED, AS_IT_WAS.withoutActivationStatus()))
          .isEqualTo(new Drop("Activation_Status__c is empty by now"));
    }
  }

  private static WriteBackReading read(WriteBack owed, AnOrder now) {
    return WriteBackReading.of(new OwedWriteBack(owed, BEFORE_THE_FIRST_SEND), now.order());
  }
}
