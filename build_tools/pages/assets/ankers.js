// This register has been parted: who comes for a place that stood here is led on to where it stands now.
(async () => {
  const asked = location.hash.slice(1);
  let plain = asked;
  try { plain = decodeURIComponent(asked); } catch { /* no address of ours */ }
  if (!asked || document.getElementById(asked) || document.getElementById(plain)) return;
  const answer = await fetch("ankers.json");
  const pages = answer.ok ? await answer.json() : {};
  const anchor = [asked, plain].find((name) => Object.hasOwn(pages, name));
  if (anchor) location.replace(`${pages[anchor]}/#${asked}`);
})();
