package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nodes that need a session at the same moment")
class NodesLogInTest {
  private static final int NODES = 5;

  private final SettableClock clock = new SettableClock();
  private final InMemorySharedTokens tokens = new InMemorySharedTokens(clock);
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final List<SalesforceSession> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(SalesforceSession::close);
    salesforce.close();
  }

  @Test
  @DisplayName("log in once, and all have that session")
  void oneLogin() throws Exception {
    var together = new CyclicBarrier(NODES);
    var threads = Executors.newFixedThreadPool(NODES);
    try {
      var asking = new ArrayList<Callable<String>>();
      for (int i = 0; i < NODES; i++) {
        var node = node();
        asking.add(
            () -> {
              together.await(10, TimeUnit.SECONDS);
              return node.access().token();
            });
      }
      for (var token : threads.invokeAll(asking)) {
        assertThat(token.get()).isEqualTo("token-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(salesforce.loginRequests()).hasSize(1);
  }

  @Test
  @DisplayName("do not wait for one that has died meanwhile longer than its turn lasts")
  void deadNode() {
    var node = node();
    var name = new SharedAccess(tokens, salesforce.config());
    assertThat(name.beginLogin(Duration.ofSeconds(30))).isTrue();
    clock.advance(Duration.ofSeconds(31));

    assertThat(node.access().token()).isEqualTo("token-1");
  }

  private SalesforceSession node() {
    var node = new SalesforceSession(salesforce.config(), tokens, clock, SalesforceCalls.UNWATCHED);
    nodes.add(node);
    return node;
  }
}
