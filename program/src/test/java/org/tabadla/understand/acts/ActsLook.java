package org.tabadla.understand.acts;
import java.nio.file.*;
import java.time.Instant;
import org.tabadla.model.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
public class ActsLook {
  public static void main(String[] a) throws Exception {
    for (String f : a) for (String line : Files.readAllLines(Path.of(f))) {
      JsonNode n = new JsonMapper().readTree(line);
      String text = n.path("text").asString();
      var acts = ActReader.of(n.path("title").asString(), text, new Lang(n.path("lang").asString()), Instant.parse(n.path("date").asString()));
      System.out.println("## " + n.path("id").asString() + " " + n.path("title").asString());
      if (acts.isEmpty() && a.length > 0 && System.getenv("ALL") != null) System.out.println("   NONE | " + text);
      for (Act x : acts) {
        System.out.println("   " + x.act() + " " + x.parties().stream().map(Act.Party::name).toList() + " " + (x.instrument()==null?"":x.instrument().words()) + " n=" + (x.count()==null?"":x.count().value()) + " " + x.amounts().stream().map(m -> m.words()+" OF "+m.of()).toList()+ " " + (x.place()==null?"":x.place().words())+" "+(x.date()==null?"":x.date().value()));
        System.out.println("     | " + x.span().of(text));
      }
    }
  }
}
