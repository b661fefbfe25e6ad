package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.first;
import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.isTrue;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the portal's table of who is who can be read, and says something. */
final class MappingsCheckup implements Checkup {
  private static final String MAPPED =
      "from public.id_mappings where sf_account_id is not null and whmcs_client_id > 0";

  private static final String AMBIGUOUS =
      """
      select count(*) from (
        select left(sf_account_id, 15) %s
        group by left(sf_account_id, 15) having count(distinct whmcs_client_id) > 1) as several
      """
          .formatted(MAPPED);

  private final ReadOnlyDatabase database;

  MappingsCheckup(ReadOnlyDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database.mappings";
  }

  @Override
  public List<String> needs() {
    return List.of(ConnectionCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    return database.ask(MappingsCheckup::findings);
  }

  private static List<Finding> findings(Connection connection) throws SQLException {
    if (isTrue(connection, "select to_regclass('public.id_mappings') is null")) {
      return List.of(absent(connection));
    }
    if (!isTrue(connection, "select has_table_privilege('public.id_mappings', 'select')")) {
      return List.of(
          Finding.fail(
              "this account may not read public.id_mappings",
              "as the table's owner run 'grant select on public.id_mappings to …'"));
    }
    long mapped = first(connection, "select count(*) " + MAPPED, row -> row.getLong(1));
    if (mapped == 0) {
      return List.of(
          Finding.warn(
              "public.id_mappings maps no account",
              "orders end Failed with MAPPING_CUSTOMER_MISSING until the portal fills it"));
    }
    var findings = new ArrayList<Finding>();
    findings.add(Finding.pass("public.id_mappings maps %,d accounts".formatted(mapped)));
    long several = first(connection, AMBIGUOUS, row -> row.getLong(1));
    if (several > 0) {
      findings.add(
          Finding.warn(
              "%,d accounts are mapped to several WHMCS clients".formatted(several),
              "correct the table: their orders count as unmapped"));
    }
    return findings;
  }

  private static Finding absent(Connection connection) throws SQLException {
    return isTrue(connection, "select has_schema_privilege('public', 'create')")
        ? Finding.warn(
            "public.id_mappings is absent; the first start makes it, empty",
            "check that DATABASE_URL names the portal's database")
        : Finding.fail(
            "public.id_mappings is absent, and this account may not make it",
            "check that DATABASE_URL names the portal's database, or run 'grant create on schema"
                + " public to …'");
  }
}
