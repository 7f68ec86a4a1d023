package org.tabadla.web.register;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

/// The register in other systems' formats. The tables come whole, a part at a time, so that a long
/// register fills no memory; the others in documents of two thousand, each naming the next.
final class RegisterDocuments {
  private static final int MOST_COMMITMENTS = 2_000;
  private static final int PART = 200;
  private static final String XML = "application/xml; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String CSV = "text/csv; charset=utf-8";

  private final Register register;
  private final InstantSource clock;

  RegisterDocuments(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  void open(Doors doors) {
    doors
        .routes()
        .get(
            "/register.csv", ctx -> whole(ctx, CSV, new Frame(Tables.HEADER, "", ""), Tables::csv));
    doors
        .routes()
        .get(
            "/register.json",
            ctx ->
                whole(ctx, JSON, new Frame("{\"commitments\":[\n", ",\n", "\n]}\n"), Tables::json));
    all(doors, "/register.iati.xml", XML, c -> iati(doors, c));
    all(doors, "/register.oc4ids.json", JSON, c -> oc4ids(doors, c));
    // Longer endings first, or `{key}.json` would take `c-1.csl.json`.
    for (Citations.Form form : Citations.Form.values()) {
      one(
          doors,
          form.ending(),
          form.type() + "; charset=utf-8",
          c -> Citations.of(c, Tongue.plain(c), doors.shells().base()).in(form));
    }
    one(doors, "iati.xml", XML, c -> iati(doors, List.of(c)));
    one(doors, "oc4ids.json", JSON, c -> oc4ids(doors, List.of(c)));
    one(doors, "json", JSON, Tables::json);
    one(doors, "csv", CSV, c -> Tables.HEADER + Tables.csv(c));
  }

  /// What stands around the parts of a document.
  private record Frame(String begin, String between, String end) {}

  private void whole(Context ctx, String type, Frame frame, Function<Commitment, String> writer) {
    register.refresh();
    List<String> ids = register.ids(Shelf.ALL);
    ctx.header("Access-Control-Allow-Origin", "*").header("Cache-Control", "no-cache");
    ctx.contentType(type);
    try (Writer out = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8)) {
      out.write(frame.begin());
      boolean first = true;
      for (int from = 0; from < ids.size(); from += PART) {
        List<String> part = ids.subList(from, Math.min(from + PART, ids.size()));
        for (Commitment c : register.commitments(part)) {
          out.write(first ? "" : frame.between());
          out.write(writer.apply(c));
          first = false;
        }
      }
      out.write(frame.end());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(
      Doors doors, String path, String type, Function<List<Commitment>, String> writer) {
    doors
        .routes()
        .get(
            path,
            ctx -> {
              register.refresh();
              List<Commitment> some =
                  register.list(Shelf.ALL, RegisterWing.after(ctx), MOST_COMMITMENTS + 1);
              List<Commitment> all = some.subList(0, Math.min(MOST_COMMITMENTS, some.size()));
              if (some.size() > MOST_COMMITMENTS) {
                String after = Register.place(all.getLast()).token();
                ctx.header("Link", "<" + path + "?after=" + after + ">; rel=\"next\"");
              }
              send(doors, ctx, type, writer.apply(all));
            });
  }

  private void one(Doors doors, String ending, String type, Function<Commitment, String> writer) {
    doors
        .routes()
        .get(
            "/register/c/{key}." + ending,
            ctx -> {
              register.refresh();
              String key = RegisterWing.key(ctx);
              Commitment found =
                  register.commitment(key).orElseThrow(() -> new Missing("commitment " + key));
              send(doors, ctx, type, writer.apply(found));
            });
  }

  private static void send(Doors doors, Context ctx, String type, String body) {
    ctx.header("Access-Control-Allow-Origin", "*");
    doors.replies().text(ctx, type, body);
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
