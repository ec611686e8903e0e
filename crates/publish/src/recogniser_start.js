
// Runs in a worker of its own, which the intake starts when a reader opens files, and ends when it
// likes. Where the page holds program and model, it is sent them first. It is sent the image that is
// open, as bytes or a blob, and the files. It tells how much of program and model has `come`, of 1; or that it is `refused`, and why; which file it is `reading`, and how many are
// `done`; nothing, while it works out who is who; that the file `broke` it; at the end the
// `problems`, and the `image` with the reader's `own` documents, so many, if there are any.
let given;
onmessage = async ({ data }) => {
  if (!Array.isArray(data)) {
    given = [data.program, data.model];
    return;
  }
  const [corpus, ...files] = data;
  const parts = [
    ["PROGRAM", "PROGRAM_INTEGRITY", PROGRAM_BYTES],
    ["MODEL", "MODEL_INTEGRITY", MODEL_BYTES],
  ];
  const all = parts.reduce((sum, [, , bytes]) => sum + bytes, 0);
  let come = 0;
  // A second try goes past every cache.
  const bring = async ([name, integrity, bytes], again) => {
    const address = new URL(name, location.href);
    if (again) address.searchParams.set("r", again);
    const contents = await (await fetch(address, { integrity })).arrayBuffer();
    come += bytes;
    postMessage({ come: come / all });
    return contents;
  };
  const bringSurely = (part) => bring(part).catch(() => bring(part, Date.now()));
  let intake;
  try {
    const image = new Uint8Array(await new Response(corpus).arrayBuffer());
    const [module_or_path, model] = given ?? (await Promise.all(parts.map(bringSurely)));
    await wasm_bindgen({ module_or_path });
    intake = new wasm_bindgen.Intake(new wasm_bindgen.Recogniser(new Uint8Array(model)), image);
  } catch (error) {
    return postMessage({ refused: `${error.message ?? error}` });
  }
  try {
    for (const [done, file] of files.entries()) {
      postMessage({ reading: file.name, done });
      const bytes = await file.arrayBuffer().catch(({ message }) => intake.refuse(file.name, message));
      if (bytes) intake.take(file.name, new Uint8Array(bytes));
    }
    postMessage({});
    const problems = intake.problems();
    const taken = intake.finish();
    postMessage({ problems, image: taken?.image(), own: taken?.own });
  } catch {
    postMessage({ broke: true });
  }
};
