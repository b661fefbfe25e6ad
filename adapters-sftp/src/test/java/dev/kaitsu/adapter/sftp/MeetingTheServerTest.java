package dev.kaitsu.adapter.sftp;

import static dev.kaitsu.testkit.ARecord.TALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.adapter.sftp.SftpConfig.Address;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.sandbox.sftp.SftpEmulator;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Only the pinned server is talked to, and each trouble is told apart")
class MeetingTheServerTest {
  private final Server server = new Server();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("a pinned key is known whole or by its fingerprint, and one of several will do")
  void pinned() {
    var other = server.sftp.otherFingerprint();
    for (String pins :
        new String[] {
          server.sftp.hostKeyLine(),
          server.sftp.fingerprint(),
          other + ", " + server.sftp.fingerprint()
        }) {
      var config = server.config(HostKeys.parse(pins), RecordMapping.standard());
      assertThat(server.files(config).find(TALK)).isEmpty();
    }
  }

  @Test
  @DisplayName("a changed key is refused, with its fingerprint and what to do")
  void changedKey() {
    server.sftp.troubles().showOtherHostKey();

    refusal(server.files(), Problem.HOST_KEY_REFUSED)
        .hasMessageContainingAll(server.sftp.otherFingerprint(), "ask Freebit", "SFTP_HOST_KEY");
  }

  @Test
  @DisplayName("a refused login names the account and our key's fingerprint")
  void login() {
    server.sftp.troubles().refuseLogins();

    refusal(server.files(), Problem.LOGIN_REFUSED)
        .hasMessageContainingAll("login of kaitsu-records", "SFTP_USERNAME", "SHA256:");
  }

  @Test
  @DisplayName("a host that nobody knows is no server that is down")
  void unknownHost() {
    var address = new Address("sftp.kaitsu.invalid", 22, SftpEmulator.USERNAME);
    var config =
        server.config(address, HostKeys.parse(server.sftp.hostKeyLine()), RecordMapping.standard());

    refusal(server.files(config), Problem.HOST_UNKNOWN).hasMessageContaining("check SFTP_HOST");
  }

  @Test
  @DisplayName("a server that is down is told by its address")
  void down() {
    server.sftp.stop();

    refusal(server.files(), Problem.UNREACHABLE)
        .hasMessageContainingAll("127.0.0.1:" + server.sftp.port(), "check SFTP_HOST");
  }

  @Test
  @DisplayName("a server that says nothing for longer than the time limit is broken off")
  void silent() {
    server.put(TALK, "09011112222,20260901,120000,0312345678,60,11\n");
    server.sftp.troubles().slowDownBy(Duration.ofSeconds(30));
    var config = server.config(HostKeys.parse(server.sftp.hostKeyLine()), RecordMapping.standard());
    var impatient =
        new SftpConfig(
            config.address(),
            config.account(),
            config.hostKeys(),
            config.directory(),
            Duration.ofMillis(800),
            config.settleTime(),
            config.mapping());

    assertThatThrownBy(() -> server.files(impatient).digest(TALK))
        .isInstanceOfSatisfying(
            RecordFileException.class,
            failure -> assertThat(failure.problem()).isEqualTo(Problem.BROKEN_OFF));
  }

  @Test
  @DisplayName("a directory that is not there is no missing file")
  void directory() {
    var config = server.config(HostKeys.parse(server.sftp.hostKeyLine()), RecordMapping.standard());
    var elsewhere =
        new SftpConfig(
            config.address(),
            config.account(),
            config.hostKeys(),
            "./elsewhere",
            config.timeout(),
            config.settleTime(),
            config.mapping());

    refusal(server.files(elsewhere), Problem.ACCESS_REFUSED)
        .hasMessageContainingAll("no directory './elsewhere'", "SFTP_DIRECTORY");
    assertThat(server.files(elsewhere).probe().problem()).isPresent();
    assertThat(server.files().probe().problem()).isEmpty();
  }

  private static AbstractThrowableAssert<?, ?> refusal(SftpRecordFiles files, Problem problem) {
    return assertThatThrownBy(() -> files.find(TALK))
        .isInstanceOfSatisfying(
            RecordFileException.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }
}
