
// A page that loads this asks `dossierEngine` in place; a worker starts by itself, and throws what
// keeps it from that outside of the promise, where the page hears of it. Where the program comes
// with the page, it is handed to `start`, and the corpus if it is not in it; else they are brought, a
// second time past every cache.
globalThis.dossierEngine = (() => {
  const here = globalThis.document?.currentScript?.src || globalThis.location.href;
  const corpus = CORPUS;
  const bring = async ([name, integrity], again) => {
    const address = new URL(name, here);
    if (again) address.searchParams.set("r", again);
    const response = await fetch(address, { integrity });
    const isKnown = response.headers.get("Content-Type") === "application/wasm";
    return isKnown ? response : response.arrayBuffer();
  };
  const bringSurely = (file) => bring(file).catch(() => bring(file, Date.now()));
  return {
    start: async (program, image) => {
      const [module_or_path, texts] = await Promise.all([
        program ?? bringSurely(PROGRAM),
        image ?? (corpus && bringSurely(corpus)),
      ]);
      await wasm_bindgen({ module_or_path });
      if (texts) wasm_bindgen.open(new Uint8Array(texts));
    },
    answer: (question) => wasm_bindgen.answer(question),
  };
})();
if (!globalThis.document && globalThis.location.protocol !== "blob:") {
  dossierEngine.start().catch((error) => setTimeout(() => { throw error; }));
}
