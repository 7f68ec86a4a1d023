package org.tabadla.store;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.tabadla.model.Refusal;

/// Brings the schema up to date. Flyway costs a third of a second at each start, so it runs only
/// when its own history does not say that the newest migration is in.
final class Migrations {
  /// The number of the newest file under `db/migration`.
  static final int NEWEST = 6;

  private static final String APPLIED =
      "select max(cast(version as integer)) from flyway_schema_history where "
          + "version is not null and (success = true)";
  private static final String LOCATION = "classpath:db/migration";

  private Migrations() {}

  static void bringUpToDate(Database database) {
    Optional<Integer> applied = applied(database);
    if (applied.isPresent() && applied.get() == NEWEST) {
      return;
    }
    if (applied.isPresent() && applied.get() > NEWEST) {
      throw new Refusal(
          "[store] the database has schema " + applied.get() + ", this program knows " + NEWEST,
          "Start the newer program that wrote it, or restore a backup made before the change.");
    }
    try {
      Flyway.configure()
          .dataSource(database.forMigration())
          .locations(LOCATION)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Refusal(
          "[store] the schema cannot be brought up to date: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "Point to an empty database or to one of Tabadla's own.");
    }
  }

  /// @return the newest migration that is in; empty when Flyway has not been here
  static Optional<Integer> applied(Database database) {
    boolean known =
        database.read(sql ->
            sql.number(
                    database.isSqlite()
                        ? "select count(*) from sqlite_master where name = "
                            + "'flyway_schema_history'"
                        : "select count(*) from information_schema.tables where table_name = "
                            + "'flyway_schema_history' and table_schema = current_schema()")
                > 0);
    return known ? Optional.of((int) newest(database)) : Optional.empty();
  }

  private static long newest(Database database) {
    return database.read(sql -> {
      try {
        return sql.number(APPLIED);
      } catch (SQLException e) {
        throw database.trouble(e);
      }
    });
  }
}
