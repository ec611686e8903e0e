// The edition in one file: every part stands in the page, in the letters of base64, and addresses
// stand in the fragment. The app's script follows below.
const bytes = (id) =>
  Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
// The engine's program, and the corpus if that is not in it.
const engine = () => [bytes("engine-program"), document.getElementById("corpus") && bytes("corpus")];

// A worker may not read the page, so it is handed its program.
const startWorker = (script, start) => {
  const blob = new Blob([document.getElementById(script).textContent, start]);
  return new Worker(globalThis.dossierPage.trusted(URL.createObjectURL(blob)));
};

// What the page was before the program drew: what a saved copy is made of. The long texts of scripts
// are not copied.
const parts = [...document.body.childNodes].map((part) =>
  part.matches?.("script, #app") ? part : part.cloneNode(true),
);
const head = document.head.cloneNode(true);

// What the reader decides stands in the page, for all files on a disk share one storage.
const keeper = "meta[name=dossier-kept]";
const kept = head.querySelector(keeper) ?? head.appendChild(document.createElement("meta"));
kept.name = "dossier-kept";
let isSaved = true;
addEventListener("beforeunload", (event) => isSaved || event.preventDefault());

Object.assign(globalThis.dossierPage, {
  root: "",
  recall: (name) => kept.getAttribute(`data-${name}`),
  keep: (name, text = null) => {
    const attribute = `data-${name}`;
    if (kept.getAttribute(attribute) === text) return;
    if (text === null) kept.removeAttribute(attribute);
    else kept.setAttribute(attribute, text);
    isSaved = false;
  },
  // Hands the reader this file with what was decided in it.
  saveCopy: () => {
    const { lang } = document.documentElement;
    const written = parts.map((part) => part.outerHTML ?? part.data).join("");
    const page = `<!doctype html><html lang="${lang}">${head.outerHTML}<body>${written}</body></html>`;
    const name = decodeURIComponent(location.pathname.split("/").pop());
    globalThis.dossierPage.save(name || "dossier.html", "text/html", page);
    isSaved = true;
  },
  worker: () => {
    const start = `onmessage = ({ data }) =>
      dossierEngine.start(...data).catch((error) => setTimeout(() => { throw error; }));`;
    const worker = startWorker("engine", start);
    worker.postMessage(engine());
    return (globalThis.dossierPage.engine = worker);
  },
  // None in a file that holds no recogniser.
  recogniser: () => {
    if (!document.getElementById("recogniser")) return undefined;
    const worker = startWorker("recogniser", "");
    worker.postMessage({ program: bytes("recogniser-program"), model: bytes("recogniser-model") });
    return worker;
  },
  load: async () => {
    await globalThis.dossierEngine.start(...engine());
    return globalThis.dossierEngine.answer;
  },
});
