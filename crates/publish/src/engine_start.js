
// A page that loads this asks `dossierEngine` in place; a worker starts by itself, and throws what
// keeps it from that outside of the promise, where the page hears of it. Where the program comes
// with the page, it is handed to `start`; else it is brought, a second time past every cache.
globalThis.dossierEngine = (() => {
  const here = globalThis.document?.currentScript?.src || globalThis.location.href;
  const bring = async (again) => {
    const address = new URL("PROGRAM", here);
    if (again) address.searchParams.set("r", again);
    const response = await fetch(address, { integrity: "INTEGRITY" });
    const isKnown = response.headers.get("Content-Type") === "application/wasm";
    return isKnown ? response : response.arrayBuffer();
  };
  return {
    start: async (given) =>
      wasm_bindgen({ module_or_path: given ?? (await bring().catch(() => bring(Date.now()))) }),
    answer: (question) => wasm_bindgen.answer(question),
  };
})();
if (!globalThis.document && globalThis.location.protocol !== "blob:") {
  dossierEngine.start().catch((error) => setTimeout(() => { throw error; }));
}
