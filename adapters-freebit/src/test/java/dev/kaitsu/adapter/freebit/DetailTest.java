package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What Freebit shows of a line is read however it is written")
class DetailTest {
  private static final PhoneNumber LINE = new PhoneNumber("09000004711");
  private static final FreebitMapping MAPPING = FreebitMapping.bundled();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'responseDatas':[{'account':'09000004711','state':'active','planCode':'P1'}]}",
        "{'account':9000004711,'STATE':'Active','plancode':'P1'}",
        "{'master':{'account':'x@y','planCode':'P1'},'line':{'Account':'090-0000-4711',"
            + "'detail':{'State':'ACTIVE','planCode':'P1'}}}",
        "{'state':'active','planCode':'P1'}",
      })
  @DisplayName("a live line, at any depth and in any case")
  void live(String json) {
    var found = read(json).orElseThrow();

    assertThat(found.inService()).contains(true);
    assertThat(found.plan().map(Object::toString)).contains("P1");
  }

  @Test
  @DisplayName("a word that is not listed is a line that is not in service")
  void otherStates() {
    assertThat(read("{'account':'09000004711','state':'waiting'}").orElseThrow().inService())
        .contains(false);
    assertThat(read("{'account':'09000004711'}").orElseThrow().inService()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'responseDatas':[{'account':'09000009999','state':'active'}]}",
        "{'responseDatas':[]}",
        "{'account':'x@y','state':'active'}",
        "{'master':{'state':'active'}}",
        "{'linked':{'account':'x@y','state':'active'}}",
        "{}",
      })
  @DisplayName("an answer about another line, or about none, says nothing of this one")
  void others(String json) {
    assertThat(read(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'account':'09000004711','master':{'account':'x@y','state':'active','planCode':'P1'}}",
        "{'account':'09000004711','MasterAccount':{'state':'active','planCode':'P1'}}",
        "{'account':'09000004711','masters':[{'state':'active','planCode':'P1'}]}",
        "{'account':'09000004711','linked':{'account':'x@y','state':'active','planCode':'P1'}}",
        "{'account':'09000004711','linked':[{'kind':'master','state':'active','planCode':'P1'}]}",
        "{'account':'09000004711','details':[{'account':'09000009999','state':'active',"
            + "'planCode':'P1'}]}",
        "{'master':{'lines':[{'account':'09000004711','state':'active'}],'planCode':'P1'},"
            + "'responseDatas':[{'account':'09000004711'}]}",
      })
  @DisplayName("what is said of the linked master or of another line is not said of this one")
  void linked(String json) {
    var found = read(json).orElseThrow();

    assertThat(found.state()).isEmpty();
    assertThat(found.inService()).isEmpty();
    assertThat(found.plan()).isEmpty();
  }

  @Test
  @DisplayName("the entry with the line's number counts, even where the answer repeats the number")
  void ownEntry() {
    var found =
        read(
            "{'account':'09000004711','responseDatas':[{'account':'09000009999','state':'ended'},"
                + "{'account':'09000004711','state':'active'}]}");

    assertThat(found.orElseThrow().inService()).contains(true);
  }

  @Test
  @DisplayName("values of an odd shape are left out, the rest is read")
  void oddValues() {
    var found =
        read("{'account':'09000004711','state':'active','eid':'short','contractLine':'6G',"
                + "'voicemail':'10','voiceMail':'','CallWaiting':30,'productNumber':['x']}")
            .orElseThrow();

    assertThat(found.eid()).isEmpty();
    assertThat(found.network()).isEmpty();
    assertThat(found.voiceMail()).contains(true);
    assertThat(found.callWaiting()).isEmpty();
    assertThat(found.productNumber()).isEmpty();
  }

  @Test
  @DisplayName("use is read with its days, newest first")
  void usage() {
    var today = LocalDate.of(2026, 11, 20);
    var reader = new UsageReader(MAPPING);

    var usage =
        reader.read(
            LINE,
            wire("{'traffic':{'today':'1200','inRecentDays':'5, ,7','blackList':10}}"),
            today);

    assertThat(usage)
        .isEqualTo(
            new Usage(
                LINE,
                Optional.of(1200L),
                List.of(new Usage.Day(today.minusDays(1), 5), new Usage.Day(today.minusDays(3), 7)),
                Optional.empty(),
                Optional.of(true)));
    assertThat(reader.read(LINE, wire("{}"), today).recent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'quotaHistory':'none'}",
        "{'quotaHistory':[{'quota':'5'}]}",
        "{'total':30,'quotaHistory':[{'quotaCode':'other'}]}",
        "{'total':30,'quotaHistory':[]}",
        "{'quotaHistory':[{'quotaCode':'other'}]}",
      })
  @DisplayName("a history that may not be the whole one does not say no")
  void doubtfulHistory(String json) {
    assertThat(new HistoryReader(MAPPING).has("ours", wire(json))).isEmpty();
  }

  @Test
  @DisplayName("a whole history says yes or no")
  void history() {
    var reader = new HistoryReader(MAPPING);
    var history = wire("{'total':'2','QuotaHistory':[{'quota':'5'},{'quotacode':'ours'}]}");

    assertThat(reader.has("ours", history)).contains(true);
    assertThat(reader.has("our", history)).contains(false);
    assertThat(reader.has("ours", wire("{'quotaHistory':[]}"))).contains(false);
  }

  @ParameterizedTest
  @CsvSource({"2, false", "1, ", "whole, false"})
  @DisplayName("without a total, a list is the whole history if the mapping file lets it be")
  void pages(String page, Boolean has) {
    var mapping = FreebitMapping.with("test", List.of("PA05-02.page = " + page));
    var history = wire("{'quotaHistory':[{'quotaCode':'other'}]}");

    assertThat(new HistoryReader(mapping).has("ours", history)).isEqualTo(Optional.ofNullable(has));
    assertThat(new HistoryReader(mapping).has("ours", wire("{'total':30,'quotaHistory':[{}]}")))
        .isEmpty();
  }

  private static Optional<LineDetail> read(String json) {
    return new DetailReader(MAPPING).read(LINE, wire(json));
  }

  private static WireObject wire(String json) {
    try {
      return new WireObject(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
