package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.isTrue;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** Whether our tables are of a version that this program works on, or can be made. */
final class SchemaCheckup implements Checkup {
  private final ReadOnlyDatabase database;

  SchemaCheckup(ReadOnlyDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database.schema";
  }

  @Override
  public List<String> needs() {
    return List.of(ConnectionCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    boolean absent =
        database.ask(connection -> isTrue(connection, "select to_regnamespace('kaitsu') is null"));
    return List.of(absent ? toBeMade() : versions());
  }

  private Finding toBeMade() {
    boolean mayCreate =
        database.ask(
            connection ->
                isTrue(connection, "select has_database_privilege(current_database(), 'create')"));
    return mayCreate
        ? Finding.pass("the tables are made by the first start")
        : Finding.fail(
            "the schema kaitsu is absent, and this account may not make it",
            "as the database's owner run 'grant create on database … to …'");
  }

  private Finding versions() {
    SchemaVersions versions;
    try {
      versions = new Migrations(database.source(), database.failures()).versions();
    } catch (FlywayException e) {
      throw database.failures().of(e);
    }
    if (!versions.areNewer()) {
      return Finding.pass(
          versions.found() == versions.known()
              ? "the tables are of version %d, as this program's".formatted(versions.found())
              : "the tables are of version %d; a start brings them to %d"
                  .formatted(versions.found(), versions.known()));
    }
    var floor = database.ask(SchemaVersions::floor);
    if (floor.isEmpty() || versions.known() < floor.getAsInt()) {
      return Finding.fail(
          String.valueOf(database.failures().newerSchema(versions, floor).getMessage()), "");
    }
    return Finding.warn(
        "the tables are of version %d, newer than this program's %d, and allow it to work"
            .formatted(versions.found(), versions.known()),
        "after a roll-back this is as it should be");
  }
}
