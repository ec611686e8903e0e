// Runs before anything else, the same on every page of an edition: sets the theme before the first
// paint, brings the program, heals what a cache has damaged, and stands by with a readable notice.
// Until the program has something to show, the page stays as the host served it.
(() => {
  try {
    const theme = localStorage.getItem("dossier.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is denied: the system's theme it is.
  }

  // What the build says of itself: where the edition's root is, and each file with its hash.
  const says = document.querySelector("meta[name=dossier]")?.dataset ?? {};
  const root = new URL(says.root ?? "./", location.href);
  // Addresses of scripts: only the edition's own, and what it made itself.
  const own = (address) => {
    if (address.startsWith("blob:") || address.startsWith(root.href)) return address;
    throw new TypeError(`Not a script of this edition: ${address}`);
  };
  const policy = globalThis.trustedTypes?.createPolicy("dossier", { createScriptURL: own });
  const trusted = (address) => policy?.createScriptURL(address) ?? own(address);

  const whenParsed = (act) => {
    if (document.readyState !== "loading") act();
    else addEventListener("DOMContentLoaded", act, { once: true });
  };

  const show = (detail) =>
    whenParsed(() => {
      const notice = document.getElementById("fault");
      if (!notice?.hidden) return;
      notice.hidden = false;
      document.getElementById("fault-detail").textContent = String(detail);
      document.getElementById("fault-reload").onclick = () => location.reload();
    });
  globalThis.dossierFault = show;

  // A file of the build: `name hash`. A second try goes past every cache.
  const file = (said, again) => {
    const [name, integrity] = said.split(" ");
    const address = new URL(name, root);
    if (again) address.searchParams.set("r", again);
    return { address: address.href, integrity };
  };
  const twice = (bring) => bring().catch(() => bring(Date.now()));

  // The text comes before the program, which takes the network and the processor for a while: until it
  // is painted, or is late, or where nobody looks and nothing is painted.
  const painted = () =>
    new Promise((done) => {
      if (document.hidden) return done();
      setTimeout(done, 2000);
      whenParsed(() => requestAnimationFrame(() => setTimeout(done)));
    });

  const run = ({ address, integrity }, type = "") =>
    new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.type = type;
      script.integrity = integrity;
      script.crossOrigin = "anonymous";
      script.src = trusted(address);
      script.onload = loaded;
      script.onerror = () => failed(new Error(`${address} did not arrive whole`));
      document.head.append(script);
    });

  // A host that does not know the type would keep a browser from compiling what it sends.
  const program = async ({ address, integrity }) => {
    const response = await fetch(address, { integrity });
    const isKnown = response.headers.get("Content-Type") === "application/wasm";
    return isKnown ? response : response.arrayBuffer();
  };

  const bring = async (again) => {
    const glue = file(says.app, again);
    const [module_or_path] = await Promise.all([program(file(says.program, again)), run(glue, "module")]);
    const { default: start } = await import(glue.address);
    return () => start({ module_or_path });
  };

  // What this browser keeps of the edition may be what is damaged: once per tab and build,
  // start afresh.
  const heal = async (error) => {
    try {
      const registration = await navigator.serviceWorker.getRegistration(root.href);
      if (registration && sessionStorage.getItem("dossier.healed") !== says.app) {
        sessionStorage.setItem("dossier.healed", says.app);
        await registration.unregister();
        for (const name of await caches.keys()) {
          if (name.startsWith(`dossier ${root.pathname} `)) await caches.delete(name);
        }
        return location.reload();
      }
    } catch {
      // Nothing is kept here.
    }
    show(error);
  };

  // What the program asks of the page.
  let stage;
  const place = (element) => element.getBoundingClientRect().top;
  const passages = (within) => [...within.querySelectorAll("h1, h2, h3, p, li")];
  // The first passage in sight stays where it is, be it one of several that say the same.
  const replace = (served) => {
    const read = scrollY > 0 && passages(served).find((passage) => place(passage) >= 0);
    const alike = (within) => passages(within).filter((passage) => passage.textContent === read.textContent);
    const was = read && place(read);
    const which = read && alike(served).indexOf(read);
    served.remove();
    stage.removeAttribute("style");
    const same = read && alike(stage)[which];
    const moved = same ? place(same) - was : 0;
    if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: "instant" });
  };
  const page = {
    // The path below which the edition's pages lie; none where there is only one page.
    root: root.pathname,
    trusted,
    // The engine in a worker.
    worker: () => (page.engine = new Worker(trusted(file(says.engine).address))),
    // The recogniser in a worker of its own; none in an edition without one.
    recogniser: () => says.recogniser && new Worker(trusted(file(says.recogniser).address)),
    // Takes a reader's own files in; brought when it is first wanted.
    intake: async (files) => {
      if (!globalThis.dossierIntake) await twice((again) => run(file(says.intake, again)));
      globalThis.dossierIntake(files);
    },
    // The engine in the page, for where workers fail; gives what answers questions.
    load: async () => {
      page.engine = undefined;
      try {
        await twice((again) => run(file(says.engine, again)));
        await globalThis.dossierEngine.start();
        return globalThis.dossierEngine.answer;
      } catch (error) {
        if (!stage?.isConnected) show(error);
        throw error;
      }
    },
    // What a reader decided, a text under each name: kept in this browser, unless it refuses. Several
    // editions may lie on one host.
    recall: (name) => {
      try {
        return localStorage.getItem(`dossier.${name} ${page.root}`);
      } catch {
        return null;
      }
    },
    keep: (name, text) => {
      const key = `dossier.${name} ${page.root}`;
      try {
        if (text === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Denied, or full.
      }
    },
    // Where the program draws. It is not on the page before `show`.
    stage: () => {
      stage = document.getElementById("app").cloneNode(false);
      stage.removeAttribute("data-served");
      // Chromium looks for the icon anew whenever the path changes.
      for (const icon of document.querySelectorAll("link[rel=icon]")) icon.setAttribute("href", icon.href);
      return stage;
    },
    // Puts what the program drew in place of what the host served, as soon as it is all there. Until
    // then it is laid out unseen, so that the program can measure it.
    show: () => {
      if (!stage || stage.isConnected) return;
      const served = document.getElementById("app");
      Object.assign(stage.style, { position: "absolute", inset: "0 0 auto", visibility: "hidden" });
      served.before(stage);
      const drawn = new MutationObserver(() => stage.querySelector(".skeleton") || takeOver());
      const takeOver = () => {
        drawn.disconnect();
        clearTimeout(late);
        replace(served);
        keepIfPublished();
      };
      const late = setTimeout(takeOver, 2000);
      drawn.observe(stage, { childList: true, subtree: true });
    },
  };
  globalThis.dossierPage = page;

  // Files may be dropped anywhere.
  const takeFiles = (event) => {
    const isIntake = says.intake || globalThis.dossierIntake;
    if (!isIntake || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") {
      // A folder is an entry, and may be asked for only while the event lasts.
      page.intake([...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() || item.getAsFile()));
    }
  };
  addEventListener("dragover", takeFiles);
  addEventListener("drop", takeFiles);

  addEventListener("unhandledrejection", (event) => show(event.reason));
  // A style sheet that comes damaged, or not at all, is brought once more; text does not wait for it.
  const isSheet = (element) => element instanceof HTMLLinkElement && element.rel === "stylesheet";
  const bringAgain = (sheet) => {
    if (!isSheet(sheet) || sheet.sheet || sheet.href.includes("?")) return;
    const again = sheet.cloneNode();
    again.href += `?r=${Date.now()}`;
    sheet.replaceWith(again);
  };
  const onError = ({ error, target }) => (error ? show(error) : bringAgain(target));
  setTimeout(() => document.querySelectorAll("link").forEach(bringAgain), 4000);
  addEventListener("error", onError, true);

  // A newer edition is kept beside this one, and shown when the reader says so. Until it is active, a
  // reload brings the old one once more.
  const letIn = (next) => {
    next.addEventListener("statechange", () => next.state === "activated" && location.reload());
    next.postMessage("take over");
  };
  // Browsers wait until the old one has answered all it was asked: a reload leaves less to answer, and
  // the page that comes of it waits on.
  const LETTING_IN = "letting in";
  let isLettingIn = history.state === LETTING_IN;
  if (isLettingIn) history.replaceState(null, "");
  const offer = (registration) => {
    document.getElementById("update").hidden = false;
    document.getElementById("update-show").onclick = () => {
      // Another window has let it in already.
      if (!registration.waiting) return location.reload();
      letIn(registration.waiting);
      setTimeout(() => {
        history.replaceState(LETTING_IN, "");
        location.reload();
      }, 5000);
    };
    if (isLettingIn) letIn(registration.waiting);
    isLettingIn = false;
  };
  const keep = async () => {
    const script = trusted(new URL("service-worker.js", root).href);
    const kept = { scope: root.pathname, updateViaCache: "none" };
    const registration = await navigator.serviceWorker.register(script, kept);
    const offerIfNewer = () => {
      if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
    };
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", offerIfNewer),
    );
    offerIfNewer();
  };
  // What takes much room is kept when the reader says so, who is asked once in a tab.
  const askToKeep = () => {
    const asked = `dossier.asked ${root.pathname}`;
    if (sessionStorage.getItem(asked)) return;
    const notice = document.getElementById("update").cloneNode(true);
    const [words, yes] = notice.children;
    const no = yes.cloneNode(true);
    Object.assign(notice, { id: "keep", hidden: false });
    words.textContent = `This edition can be read without a network, if this browser keeps ${says.keeps} MB.`;
    Object.assign(yes, { id: "keep-yes", textContent: "Keep it", onclick: () => keep().catch(() => {}) });
    Object.assign(no, { id: "keep-no", textContent: "Not now" });
    notice.append(no);
    notice.addEventListener("click", ({ target }) => target.closest("button") && notice.remove());
    document.body.append(notice);
    sessionStorage.setItem(asked, "1");
  };
  // Where nothing may be kept, the page works all the same.
  const keepIfPublished = async () => {
    if (!("keeps" in says)) return;
    try {
      const kept = says.keeps && (await navigator.serviceWorker.getRegistration(root.href));
      if (says.keeps && kept?.scope !== root.href) askToKeep();
      else await keep();
    } catch {
      // Denied, or there is no room.
    }
  };

  // One file whose end is missing does not come to its start.
  const isCut = () => document.getElementById("engine-program") && page.root !== "";
  const settle = () => {
    if (!isCut()) return keepIfPublished();
    show("This file did not arrive whole. Ask for it once more.");
    document.querySelector("#fault details").open = true;
  };
  // What the host is slow to send is not asked for twice: the app comes first.
  if (!says.app) return addEventListener("load", settle, { once: true });
  if (typeof WebAssembly !== "object") return show("This browser does not run WebAssembly.");
  const begin = (start) => whenParsed(() => page.unpacked.then(start));
  painted().then(() => twice(bring)).then(begin, heal);
})();
