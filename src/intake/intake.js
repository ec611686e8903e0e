// The intake: a reader opens documents of their own beside those that are published. They are read
// in a worker of this page, and nothing leaves the device.
(() => {
  const { dossierPage: page } = globalThis;
  const PASTED = "pasted-text.txt";

  // An element with attributes, listeners (`onclick`) and what stands in it: text is only ever text.
  const make = (tag, says, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(says)) {
      if (name.startsWith("on")) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...inside);
    return element;
  };
  const button = (name, onclick, look = "plain") => make("button", { class: look, type: "button", onclick }, name);

  // Asks the engine's worker: for the image that is open, or to open another one.
  const ask = (message) =>
    new Promise((answered) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => answered(data);
      page.engine.postMessage(message, [port2]);
    });

  const open = async (image, own) => {
    await ask(image);
    dispatchEvent(new Event("dossier-opened"));
    history.pushState(null, "", page.root || "#");
    dispatchEvent(new PopStateEvent("popstate"));
    tell(own);
  };

  // What says, above the page, that documents of the reader's own are open.
  const banner = make("section", { class: "own", role: "status", "aria-label": "Your own documents" });
  const tell = (own) => {
    if (own === 0) return banner.remove();
    const many = own === 1 ? "1 document" : `${own} documents`;
    banner.replaceChildren(
      make("p", {}, `${many} of yours: on this device only, gone when you reload the page.`),
      button("Add more", () => intake(), "quiet"),
      button("Close mine", () => open(new Uint8Array(), 0).then(() => document.getElementById("main")?.focus()), "quiet"),
    );
    if (!banner.isConnected) document.body.prepend(banner);
  };

  // An edition in one file brings nothing: it has no root.
  const reads = page.root
    ? "the page brings a program that reads them, one and a half megabytes,"
    : "the program that reads them is in this file";
  const dialog = make("dialog", { class: "help intake", "aria-labelledby": "intake-title" });
  const work = make("div", { class: "intake-work" });
  const problems = make("div", { role: "alert" });
  const field = make("input", { type: "file", multiple: "", onchange: () => take([...field.files]) });
  const paste = make("textarea", { rows: 4 });
  const openText = () => paste.value.trim() && take([new File([paste.value], PASTED)]);
  const taking = make(
    "div",
    {},
    make(
      "label",
      { class: "intake-files" },
      make("b", {}, "Choose files, or drop them or a folder on the page"),
      make("span", {}, "Text, Markdown, HTML, e-mail, Word, PDF, CSV, zip"),
      field,
    ),
    make("label", { class: "intake-paste" }, "Or paste a text", paste),
    button("Open the text", openText),
  );
  const close = button("Close", () => dialog.close());
  dialog.append(
    make("h2", { id: "intake-title" }, "Open your own documents"),
    make(
      "p",
      {},
      `They stay on this device: ${reads} and sends nothing anywhere. They are gone when you reload the page.`,
    ),
    problems,
    work,
    taking,
    close,
  );
  dialog.onclose = () => {
    stop();
    dialog.remove();
  };

  // The recogniser at work, the files it was given, and how many of them are done.
  let job;
  const stop = () => {
    job?.worker?.terminate();
    job = undefined;
    show();
  };

  // What is being done, or nothing.
  const says = make("p", { role: "status" });
  const bar = make("progress", { "aria-label": "Taking in", max: 1 });
  const leaveOut = button("Leave this file out", () => without("you left it out."), "quiet");
  const show = (doing, share, isFile) => {
    taking.hidden = Boolean(doing);
    work.hidden = !doing;
    close.textContent = doing ? "Stop" : "Close";
    if (!doing) return;
    says.textContent = doing;
    bar.value = share;
    leaveOut.hidden = !isFile;
    if (!work.firstChild) work.append(says, bar, leaveOut);
  };
  const list = (heading, told) => {
    const lines = told.map((line) => make("li", {}, line));
    problems.replaceChildren(...(told.length ? [make("p", {}, heading), make("ul", { class: "intake-problems" }, ...lines)] : []));
  };
  const giveUp = (why) => {
    stop();
    list("Nothing could be opened:", [why]);
  };

  // Takes files in. One that breaks the recogniser, or that the reader leaves out, costs a new start.
  const take = (files, told = []) => {
    field.value = "";
    if (files.length) start(files, told);
  };
  const without = (why) => {
    const { files, told, done, worker } = job;
    worker.terminate();
    told.push(`${files[done].name}: ${why}`);
    const others = files.toSpliced(done, 1);
    if (others.length) start(others, told);
    else end({ problems: [], told });
  };

  const start = async (files, told) => {
    job?.worker?.terminate();
    const own = { files, told, done: 0 };
    job = own;
    list("", []);
    show("Fetching the recogniser", 0);
    own.worker = page.recogniser();
    if (!own.worker) {
      return giveUp("This file was made without the program that reads documents: it would be five megabytes larger. \
Open the dossier where it is published.");
    }
    if (!page.engine) return giveUp("This browser runs no workers for this page, and without them nothing is read here.");
    const image = await ask(null);
    if (job !== own) return;
    own.worker.onerror = () => hear({ refused: "its worker could not be started" });
    own.worker.onmessage = ({ data }) => hear(data);
    own.worker.postMessage([image, ...files]);
  };

  const hear = ({ come, reading, done, refused, broke, ...over }) => {
    const { files, told } = job;
    if (refused) {
      giveUp(`The recogniser could not be had (${refused}). See that you are connected, and try again.`);
    } else if (broke) {
      without("it broke the program that reads it. Save it as plain text (.txt, UTF-8).");
    } else if (come !== undefined) {
      show("Fetching the recogniser", come);
    } else if (reading) {
      job.done = done;
      show(`Reading ${reading} (${done + 1} of ${files.length})`, done / files.length, true);
    } else if (over.problems) {
      end({ ...over, told });
    } else {
      show("Finding out who is who", 1);
    }
  };

  const end = async ({ problems: found, told, image, own }) => {
    stop();
    if (image) await open(image, own);
    const all = [...told, ...found];
    if (image && all.length === 0) return dialog.close();
    list(image ? "These could not be opened; the others are open:" : "Nothing could be opened:", all);
  };

  // The files of a folder and of the folders in it, by name; a browser hands them out in batches.
  const filesOf = async (folder) => {
    const reader = folder.createReader();
    const entries = [];
    let batch;
    do {
      batch = await new Promise((read, fail) => reader.readEntries(read, fail));
      entries.push(...batch);
    } while (batch.length);
    const shown = entries.filter(({ name }) => !name.startsWith("."));
    return allIn(shown.sort((one, other) => (one.name < other.name ? -1 : 1)));
  };
  // What was dropped, as files: an entry stands for a file or a folder. What cannot be read is left out.
  const allIn = async (dropped) => {
    const files = [];
    for (const one of dropped) {
      const got = one?.isDirectory ? filesOf(one) : one?.file ? new Promise((read, fail) => one.file(read, fail)) : one;
      files.push(await Promise.resolve(got).catch(() => []));
    }
    return files.flat().filter(Boolean);
  };

  const intake = (files) => {
    if (!dialog.isConnected) {
      document.body.append(dialog);
      paste.value = "";
      list("", []);
      show();
      dialog.showModal();
    }
    if (files) allIn(files).then((all) => take(all));
  };
  globalThis.dossierIntake = intake;
})();
