// Runs before anything else: sets the theme before the first paint, and stands by with a readable
// notice in case the program cannot start or fails.
(() => {
  try {
    const theme = localStorage.getItem("dossier.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is denied: the system's theme it is.
  }

  const show = (detail) => {
    const notice = document.getElementById("fault");
    if (!notice) return addEventListener("DOMContentLoaded", () => show(detail), { once: true });
    if (!notice.hidden) return;
    notice.hidden = false;
    document.getElementById("fault-detail").textContent = String(detail);
    document.getElementById("fault-reload").onclick = () => location.reload();
  };
  globalThis.dossierFault = show;

  if (typeof WebAssembly !== "object") show("This browser does not run WebAssembly.");
  // A module that cannot be fetched or started is heard of in one of these two ways.
  addEventListener("unhandledrejection", (event) => show(event.reason));
  addEventListener(
    "error",
    (event) => {
      const failed = event.target;
      if (failed instanceof HTMLScriptElement) show(`Could not load ${failed.src}`);
      else if (event.error) show(event.error);
    },
    true,
  );
})();
