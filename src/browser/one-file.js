// The edition in one file: every part stands in the page, in the letters of base64, and addresses
// stand in the fragment. The app's script follows below.
const bytes = (id) =>
  Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));

Object.assign(globalThis.dossierPage, {
  root: "",
  // A worker may not read the page, so it is handed its program.
  worker: () => {
    const listen = `onmessage = ({ data }) =>
      dossierEngine.start(data).catch((error) => setTimeout(() => { throw error; }));`;
    const script = new Blob([document.getElementById("engine").textContent, listen]);
    const address = URL.createObjectURL(script);
    const worker = new Worker(globalThis.dossierPage.trusted(address));
    worker.postMessage(bytes("engine-program"));
    return worker;
  },
  load: async () => {
    await globalThis.dossierEngine.start(bytes("engine-program"));
    return globalThis.dossierEngine.answer;
  },
});
