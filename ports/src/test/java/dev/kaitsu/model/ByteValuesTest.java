package dev.kaitsu.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Values made of bytes are values")
class ByteValuesTest {
  private final byte[] bytes = {0, 0, 0x0f, (byte) 0xff};

  @Test
  @DisplayName("a replay id equals another of the same bytes, leading zeros included")
  void replayIdsAreEqualByBytes() {
    assertThat(new ReplayId(bytes))
        .isEqualTo(new ReplayId(bytes))
        .hasSameHashCodeAs(new ReplayId(bytes));
    assertThat(new ReplayId(bytes)).isNotEqualTo(new ReplayId(new byte[] {0x0f, (byte) 0xff}));
  }

  @Test
  @DisplayName("a replay id prints as hex")
  void replayIdPrintsAsHex() {
    assertThat(new ReplayId(bytes)).hasToString("00000fff");
  }

  @Test
  @DisplayName("an empty replay id is refused: it would mean from the start")
  void refusesAnEmptyReplayId() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReplayId(new byte[0]));
  }

  @Test
  @DisplayName("nobody outside can change their bytes")
  void areImmutable() {
    var replayId = new ReplayId(bytes);
    var payload = new Payload(bytes);

    bytes[0] = 7;
    replayId.bytes()[1] = 7;
    payload.bytes()[1] = 7;

    assertThat(replayId.bytes()).containsExactly(0, 0, 0x0f, 0xff);
    assertThat(payload.bytes()).containsExactly(0, 0, 0x0f, 0xff);
  }

  @Test
  @DisplayName("a payload prints its length and nothing of what is in it")
  void payloadKeepsItsContent() {
    var payload = new Payload("name=Hanako".getBytes(UTF_8));

    assertThat(payload).hasToString("11 bytes");
    assertThat(payload)
        .isEqualTo(new Payload(payload.bytes()))
        .hasSameHashCodeAs(new Payload(payload.bytes()));
  }

  @Test
  @DisplayName("an undecodable event prints without its bytes")
  void undecodablePrintsWithoutContent() {
    var event =
        new StreamEvent.Undecodable(
            "key", new ReplayId(bytes), "schema", new Payload(new byte[] {65, 66}), "unknown type");

    assertThat(event.toString()).contains("2 bytes").doesNotContain("AB", "65");
  }
}
