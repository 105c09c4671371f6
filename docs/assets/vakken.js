// A place within a fold that an address leads to is shown. Most browsers open the fold by themselves.
(() => {
  function show() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* no address of ours */ }
    const place = document.getElementById(name);
    const fold = place?.closest(".vak:not([open])");
    if (!fold) return;
    fold.open = true;
    place.scrollIntoView();
  }
  addEventListener("hashchange", show);
  show();
})();
