// Links that are too long for messages: their address is packed into the fragment, `#z=…`, which no
// host has to take; the program reads it as it was printed.
(() => {
  // Characters that programs for messages let through.
  const LONGEST = 2000;
  // Bytes of an address that are read.
  const MOST = 1 << 16;

  const packed = () => location.hash.match(/^#z=(.*)/)?.[1];
  // The letters of base64 that mean nothing else in a link.
  const toLink = { "+": "-", "/": "_", "=": "" };
  const fromLink = { "-": "+", _: "/" };

  const pack = async (link) => {
    const [page, address] = link.split("#");
    if (link.length <= LONGEST || !address) return link;
    const stream = new Blob([address]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `${page}#z=${letters.replace(/[+/=]/g, (letter) => toLink[letter])}`;
  };

  const read = async (letters) => {
    const code = atob(letters.replace(/[-_]/g, (letter) => fromLink[letter]));
    const bytes = Uint8Array.from(code, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    let address = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return address;
      address += value;
      if (address.length > MOST) throw new RangeError("longer than any address");
    }
  };

  // What cannot be read is left as the bare key, of which the program says so.
  const unpack = async () => {
    const letters = packed();
    if (letters === undefined) return;
    const address = await read(letters).catch(() => "z");
    history.replaceState(null, "", `#${address}`);
  };
  // A link put into the bar of a page that is open.
  addEventListener("popstate", (event) => {
    if (packed() === undefined) return;
    event.stopImmediatePropagation();
    unpack().then(() => dispatchEvent(new PopStateEvent("popstate")));
  });

  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  // Copies a text; where that is refused, shows it selected, to be copied by hand.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      prompt("Copy this:", text);
    }
  };

  // Copies a link; says so before if it is too long to arrive, and offers a file to send.
  const copyLink = async (href) => {
    const link = href.length > LONGEST ? await pack(href) : href;
    const says = `This link has ${link.length} characters; many programs cut links after ${LONGEST}. Save a file to send instead?`;
    if (link.length <= LONGEST || !confirm(says)) return copy(link);
    const page = document.createElement("a");
    page.href = link;
    page.textContent = document.title;
    save("link.html", "text/html", `<!doctype html><meta charset="utf-8">${page.outerHTML}`);
  };

  Object.assign(globalThis.dossierPage, { LONGEST, pack, save, copy, copyLink, unpacked: unpack() });
})();
