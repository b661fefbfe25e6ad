package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.ExternalCallException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line is absent where Freebit shows none, and not where it answers oddly")
class AbsentLineTest {
  private static final String DETAIL = "mvno/getDetail/";
  private static final PhoneNumber LINE = new PhoneNumber("09000004711");

  private final CannedFreebit server = new CannedFreebit();
  private final Freebit freebit = Operator.freebit(Operator.config(server.url()));

  @AfterEach
  void close() {
    freebit.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resultCode':100,'status':{'message':'OK','statusCode':200},'responseDatas':[]}",
        "{'resultCode':100,'status':{'message':'OK'},'details':[{}],'total':0}",
        "{'resultCode':100,'status':{'message':'OK'},'responseDatas':null}",
        "{'resultCode':100,'status':{'message':'OK'},'account':'09000004711','lines':[]}",
        "{'resultCode':100,'status':{'message':'OK'},'masterAccount':{'account':'x@y','state':'a'}}",
        "{'resultCode':100,'status':{'message':'OK'},'responseDatas':[{'kind':'MASTER','account':'x@y'}]}",
        "{'RESULTCODE':'100','STATUS':{'MESSAGE':'OK'}}",
      })
  @DisplayName("a success without a line is an absent line")
  void nothing(String body) {
    server.answers(DETAIL, body.replace('\'', '"'));

    assertThat(freebit.simCards().find(LINE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resultCode':100}",
        "{'resultCode':100,'status':{'message':'OK'},'detail':{'word':'active'}}",
        "{'resultCode':100,'status':{'message':'OK'},'responseDatas':['09000004711']}",
        "{'resultCode':100,'status':{'message':'OK'},'responseDatas':[{'account':'09000009999'}]}",
        "{'resultCode':100,'status':{'message':'OK'},'responseDatas':[{'account':'819000004711'}]}",
      })
  @DisplayName("a success that shows something else is unreadable: on its word a SIM is sent again")
  void odd(String body) {
    server.answers(DETAIL, body.replace('\'', '"'));

    var failed =
        catchThrowableOfType(ExternalCallException.class, () -> freebit.simCards().find(LINE));

    assertThat(failed.halt().code()).isEqualTo(FailureCode.SIM_ANSWER_UNREADABLE);
  }
}
