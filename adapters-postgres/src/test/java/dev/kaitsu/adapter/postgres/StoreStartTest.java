package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.sandbox.store.SharedPostgres;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The store opens, or says in one sentence why it does not and what to do")
class StoreStartTest {
  private static final String TABLES =
      "select count(*) from information_schema.tables where table_schema = 'kaitsu' and table_type = 'BASE TABLE'";

  @Test
  @DisplayName("on an empty database, and again on the same one")
  void migrates() {
    var database = SharedPostgres.database();
    open(database);
    var tables = Databases.text(database, TABLES);
    open(database);

    assertThat(tables).isEqualTo("20").isEqualTo(Databases.text(database, TABLES));
  }

  @Test
  @DisplayName("on the oldest PostgreSQL we promise")
  void migratesOldest() {
    try (var server = OldestPostgres.start()) {
      server.createDatabase("oldest");
      var database = new PostgresDatabase(server, "oldest");
      open(database);

      assertThat(Databases.text(database, TABLES)).isEqualTo("20");
    }
  }

  @Test
  @DisplayName("on several nodes at once")
  void migratesAtOnce() {
    var database = SharedPostgres.database();
    var nodes =
        IntStream.range(0, 4)
            .mapToObj(node -> CompletableFuture.runAsync(() -> open(database)))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(nodes).join();

    assertThat(Databases.text(database, TABLES)).isEqualTo("20");
  }

  @Test
  @DisplayName("with the customer mappings of the portal, which stay as they are")
  void leavesMappingsAlone() {
    var database = SharedPostgres.database();
    Databases.execute(
        database, "create table public.id_mappings (sf_account_id text, whmcs_client_id int)");
    open(database);

    assertThat(
            Databases.column(
                database,
                "select column_name from information_schema.columns where table_name = 'id_mappings' order by 1"))
        .containsExactly("sf_account_id", "whmcs_client_id");
  }

  @Test
  @DisplayName("not when nothing listens")
  void unreachable() {
    refusal("postgresql://kaitsu:secret@127.0.0.1:1/portal")
        .hasMessageContainingAll("127.0.0.1:1/portal cannot be reached", "check DATABASE_URL");
  }

  @Test
  @DisplayName("not with a wrong password")
  void wrongPassword() {
    var database = SharedPostgres.database();
    refusal(database.databaseUrl().replace("kaitsu:kaitsu@", "kaitsu:secret@"))
        .hasMessageContainingAll("refused the account kaitsu", "check user and password");
  }

  @Test
  @DisplayName("not in a database that does not exist")
  void unknownDatabase() {
    var database = SharedPostgres.database();
    refusal(database.databaseUrl() + "_elsewhere")
        .hasMessageContainingAll("no such database", "_elsewhere", "create it");
  }

  @Test
  @DisplayName("not as an account that may not create tables")
  void noRights() {
    var database = SharedPostgres.database();
    Databases.execute(database, "create role powerless login password 'secret'");
    refusal(database.databaseUrl().replace("kaitsu:kaitsu@", "powerless:secret@"))
        .hasMessageContainingAll("powerless lacks a right", "grant create on database");
  }

  @Test
  @DisplayName("not as an account that may not read the portal's customer mappings")
  void unreadableMappings() {
    var database = SharedPostgres.database();
    Databases.execute(
        database,
        "create table public.id_mappings (sf_account_id text, whmcs_client_id int);"
            + "create role mapless login password 'secret';"
            + "grant create on database %s to mapless".formatted(database.name()));
    refusal(database.databaseUrl().replace("kaitsu:kaitsu@", "mapless:secret@"))
        .hasMessageContainingAll("mapless may not read", "grant select on public.id_mappings");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String databaseUrl) {
    return assertThatThrownBy(() -> PostgresStore.open(PostgresConfig.of(databaseUrl)))
        .isInstanceOf(StoreStartException.class)
        .hasMessageNotContainingAny("secret", "\n");
  }

  private static void open(PostgresDatabase database) {
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      assertThat(store.probe().problem()).isEmpty();
    }
  }
}
