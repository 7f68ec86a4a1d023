// Shows claims that are alike while words are typed. Without this script the form's next step shows the same.
"use strict";
(() => {
  const PAUSE_MS = 250;
  const FEWEST = 3;

  function line(claim) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const words = document.createElement("q");
    link.href = claim.href;
    words.textContent = claim.words;
    words.dir = "auto";
    if (claim.lang) words.lang = claim.lang;
    link.append(words);
    item.append(link);
    for (const more of [claim.speaker, claim.date]) {
      if (!more) continue;
      const note = document.createElement("bdi");
      note.className = "note";
      note.textContent = more;
      item.append(" ", note);
    }
    return item;
  }

  function show(at, claims) {
    at.replaceChildren();
    if (claims.length === 0) return;
    const heading = document.createElement("p");
    heading.className = "note";
    heading.textContent = at.dataset.heading;
    const list = document.createElement("ul");
    list.append(...claims.map(line));
    at.append(heading, list);
  }

  for (const field of document.querySelectorAll("[data-alike]")) {
    const at = document.getElementById(field.dataset.list);
    let timer = 0;
    let asked = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const turn = ++asked;
        const words = field.value.trim().slice(0, 500);
        if (words.length < FEWEST) return show(at, []);
        try {
          const answer = await fetch(field.dataset.alike + "?q=" + encodeURIComponent(words));
          const found = answer.ok ? (await answer.json()).claims : [];
          if (turn === asked) show(at, found);
        } catch {
          // No connection: the form's next step shows the same.
        }
      }, PAUSE_MS);
    });
  }
})();
