package org.tabadla.web.register;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tabadla.formats.IatiWriter;
import org.tabadla.formats.Oc4idsWriter;
import org.tabadla.formats.Project;
import org.tabadla.register.Commitment;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;

/// The register in other systems' formats. `?from=` continues a long one.
final class RegisterDocuments {
  private static final int MOST_COMMITMENTS = 2_000;
  private static final String XML = "application/xml; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  private final Register register;
  private final InstantSource clock;

  RegisterDocuments(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  void open(Doors doors) {
    all(doors, "/register.csv", "text/csv; charset=utf-8", Tables::csv);
    all(doors, "/register.json", JSON, Tables::json);
    all(doors, "/register.iati.xml", XML, c -> iati(doors, c));
    all(doors, "/register.oc4ids.json", JSON, c -> oc4ids(doors, c));
    doors
        .routes()
        .get("/register/c/{key}.json", ctx -> send(doors, ctx, JSON, Tables.json(one(ctx))));
    doors
        .routes()
        .get(
            "/register/c/{key}.iati.xml",
            ctx -> send(doors, ctx, XML, iati(doors, List.of(one(ctx)))));
  }

  private void all(
      Doors doors, String path, String type, Function<List<Commitment>, String> writer) {
    doors
        .routes()
        .get(
            path,
            ctx -> {
              register.refresh();
              int from = RegisterWing.from(ctx);
              List<Commitment> all = register.list(Shelf.ALL, from, MOST_COMMITMENTS);
              if (from + MOST_COMMITMENTS < register.size(Shelf.ALL)) {
                ctx.header(
                    "Link", "<" + path + "?from=" + (from + MOST_COMMITMENTS) + ">; rel=\"next\"");
              }
              send(doors, ctx, type, writer.apply(all));
            });
  }

  private static void send(Doors doors, Context ctx, String type, String body) {
    ctx.header("Access-Control-Allow-Origin", "*");
    doors.replies().text(ctx, type, body);
  }

  private Commitment one(Context ctx) {
    String key = RegisterWing.key(ctx);
    return register.commitment(key).orElseThrow(() -> new Missing("commitment " + key));
  }

  private List<Project> projects(Doors doors, List<Commitment> all) {
    var projects = new Projects(register, doors.shells().base());
    return all.stream().map(projects::of).flatMap(Optional::stream).toList();
  }

  private String iati(Doors doors, List<Commitment> all) {
    var publisher = new Project.Party("x-tabadla", "Tabadla", Project.Role.ACCOUNTABLE);
    return IatiWriter.write(projects(doors, all), publisher);
  }

  private String oc4ids(Doors doors, List<Commitment> all) {
    return Oc4idsWriter.write(
        projects(doors, all),
        doors.shells().base() + "/register.oc4ids.json",
        "Tabadla",
        clock.instant().toString());
  }
}
