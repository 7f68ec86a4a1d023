// Sends the files of a form before the form itself, in pieces that can be resumed (tus 1.0.0). Without this script the
// form sends them within itself. An upload's address is remembered by the file's name, size and date, so that choosing
// the same file again after a reload, a crash or a day goes on where it stopped.
"use strict";
(() => {
  const PIECE = 8 * 1024 * 1024;
  const MOST_TRIES = 12;

  const wait = ms => new Promise(done => setTimeout(done, ms));
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const key = file => ["tabadla-upload", file.name, file.size, file.lastModified].join("/");

  function remembered(file) {
    try { return localStorage.getItem(key(file)); } catch { return null; }
  }

  function remember(file, address) {
    try { address ? localStorage.setItem(key(file), address) : localStorage.removeItem(key(file)); } catch { /* private window */ }
  }

  function ask(method, address, headers, body, progress) {
    return new Promise((answer, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onload = () => answer(request);
      request.onerror = request.onabort = () => fail(new Error("connection"));
      if (progress) request.upload.onprogress = e => progress(e.loaded);
      request.send(body);
    });
  }

  async function begin(form, file, headers) {
    const known = remembered(file);
    if (known) {
      const answer = await ask("HEAD", known, headers);
      if (answer.status === 200) return { address: known, offset: Number(answer.getResponseHeader("Upload-Offset")) };
      remember(file, null);
    }
    const answer = await ask("POST", form.dataset.upload, {
      ...headers,
      "Upload-Length": file.size,
      "Upload-Metadata": `filename ${base64(file.name)},filetype ${base64(file.type)}`,
    });
    if (answer.status !== 201) throw Object.assign(new Error(answer.responseText), { final: true });
    const address = answer.getResponseHeader("Location");
    remember(file, address);
    return { address, offset: 0 };
  }

  async function send(form, file, headers, show) {
    let tries = 0;
    while (true) {
      try {
        let { address, offset } = await begin(form, file, headers);
        while (offset < file.size) {
          const from = offset;
          show(file, from);
          const answer = await ask("PATCH", address, {
            ...headers,
            "Upload-Offset": from,
            "Content-Type": "application/offset+octet-stream",
          }, file.slice(from, from + PIECE), sent => show(file, from + sent));
          if (answer.status !== 204) throw new Error(answer.status);
          offset = Number(answer.getResponseHeader("Upload-Offset"));
          tries = 0;
        }
        return address;
      } catch (trouble) {
        if (trouble.final || ++tries > MOST_TRIES) throw trouble;
        show(null);
        await wait(Math.min(30000, 500 * 2 ** tries));
      }
    }
  }

  async function deliver(form, line) {
    const input = form.querySelector("input[type=file]");
    const files = [...input.files];
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    line.replaceChildren(words, " ", bar);
    line.hidden = false;
    const show = (file, sent) => {
      if (!file) { words.textContent = form.dataset.again; return; }
      words.textContent = form.dataset.going.replace("{0}", "\u2068" + file.name + "\u2069");
      bar.max = file.size;
      bar.value = sent;
    };
    const headers = { "Tus-Resumable": "1.0.0", "Form-Token": form.elements["form-token"].value };
    for (const file of files) {
      const address = await send(form, file, headers, show);
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "upload" });
      field.value = address.slice(address.lastIndexOf("/") + 1);
      form.append(field);
    }
    files.forEach(file => remember(file, null));
    input.required = false;
    input.disabled = true;
    form.submit();
  }

  for (const form of document.querySelectorAll("form[data-upload]")) {
    form.addEventListener("submit", event => {
      const input = form.querySelector("input[type=file]");
      if (input.files.length === 0) return;
      event.preventDefault();
      const button = form.querySelector("button");
      const line = form.querySelector(".sending");
      button.disabled = true;
      deliver(form, line).catch(() => {
        button.disabled = false;
        form.querySelectorAll("input[name=upload]").forEach(field => field.remove());
        line.textContent = form.dataset.failed;
      });
    });
  }
})();
