package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.model.Notes;

class NotesJsonTest {
  @Test
  void notesOfAnOlderProgramAreReadThoughTheyHaveNoQuotes() {
    Notes notes =
        NotesJson.read(
            """
            {"v":1,"keywords":[],"names":[],"figures":[],
             "topics":[{"code":"medtop:04000000","weight":1.0,"reasons":["rupee"]}]}
            """);
    assertThat(notes.quotes()).isEmpty();
    assertThat(notes.topics().getFirst().above()).isNull();
    assertThat(NotesJson.read(NotesJson.write(notes))).isEqualTo(notes);
  }
}
