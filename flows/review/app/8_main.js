// Which view is shown, and what the keys do.

const THEMES = ["", "dark", "light"];

async function render() {
  const { view, id, filters } = route();
  const name = ["pages", "page"].includes(view) ? view : "overview";
  try {
    if (name !== "overview") await ready();
    if (name === "pages") applyFilters(filters), renderList();
    if (name === "page" && !(await openPage(id, filters))) return;
  } catch (error) {
    announce(`${error.message}; the folder of this review may have been moved in parts: make it again`);
    return;
  }
  for (const one of ["overview", "pages", "page"]) $(one).hidden = one !== name;
  $("filters").hidden = name === "overview";
  for (const [link, is] of [["to-overview", "overview"], ["to-pages", "pages"]]) {
    if (name === is) $(link).setAttribute("aria-current", "page");
    else $(link).removeAttribute("aria-current");
  }
  if (name !== "overview") $("to-pages").href = address("pages");
  if (render.before !== name + id) {
    scrollTo(0, 0);
    const typing = document.activeElement.closest("#filters");
    if (render.before !== undefined && !typing) ({ pages: $("pages-title"), page: $("page-title"), overview: $("content") })[name].focus({ preventScroll: true });
  }
  render.before = name + id;
  document.title = name === "page" ? `${current.title || current.id} · pagewash review` : "pagewash review";
}

async function ready() {
  if (index) return;
  index = await load("index");
  fillFilters();
}

/** Show a page; false where another one has been asked for meanwhile, or there is none of that name. */
async function openPage(id, filters) {
  applyFilters(filters);
  const number = index.pages.findIndex((page) => page.id === id);
  if (number < 0) {
    announce(`This review has no page ${id}; it may be a sample: make it with --all`);
    location.replace(address("pages"));
    return false;
  }
  const page = await load(String(index.pages[number].file));
  if (route().id !== id) return false;
  renderPage(page, index.pages[number], filters);
  const place = shown.indexOf(index.pages[number]);
  $("place").textContent = place < 0 ? "outside the filters" : `${thousands(place + 1)} of ${thousands(shown.length)}`;
  neighbour("previous", shown[place - 1]);
  neighbour("next", shown[place + 1]);
  return true;
}

function neighbour(link, page) {
  if (page) $(link).href = address("page", page.id);
  else $(link).removeAttribute("href");
}

function go(link) {
  if ($(link).hasAttribute("href")) location.hash = $(link).getAttribute("href");
  else announce(link === "next" ? "This is the last page" : "This is the first page");
}

function nextTheme() {
  const now = document.documentElement.dataset.theme || "";
  const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
  document.documentElement.dataset.theme = next;
  announce(next ? `Theme: ${next}` : "Theme: as the system has it");
}

const line = () => (current && at >= 0 ? current.lines[at] : null);
const ON_PAGE = {
  j: () => go("next"), k: () => go("previous"), n: () => step(1, true), p: () => step(-1, true),
  m: () => (line() && current.case ? markLine(current, line()) : announce("Choose a line first: n, p or the arrows")),
  s: () => ($("save").disabled ? announce("Mark a line first: m") : saveCase(current)),
  1: () => show("all"), 2: () => show("kept"), 3: () => show("cut"),
};
const ANYWHERE = {
  o: () => { location.hash = "#/"; }, l: () => { location.hash = address("pages"); }, t: nextTheme,
  "/": () => { reveal(); $("f-q").focus(); }, f: () => { reveal(); $("f-site").focus(); },
  x: () => { location.hash = address(route().view, route().id, {}); }, "?": () => $("keys").showModal(),
};

function reveal() {
  $("filter-box").open = true;
  if (route().view === "overview") { location.hash = "#/pages"; $("filters").hidden = false; }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const onPage = route().view === "page" && current;
  if (onPage && event.target.closest?.("#lines") && /^Arrow(?:Up|Down)$/.test(event.key)) {
    step(event.key === "ArrowDown" ? 1 : -1, false);
    event.preventDefault();
    return;
  }
  const act = $("keys-on").checked && ((onPage && ON_PAGE[event.key]) || ANYWHERE[event.key]);
  if (act) { event.preventDefault(); act(); }
});

document.querySelector(".skip").onclick = (event) => { event.preventDefault(); $("content").focus(); };
$("theme").onclick = nextTheme;
$("help").onclick = () => $("keys").showModal();
$("keys-close").onclick = () => $("keys").close();
$("more").onclick = moreRows;
$("clear").onclick = ANYWHERE.x;
$("save").onclick = () => saveCase(current);
$("verdict").onclick = toggleVerdict;
$("next-cut").onclick = ON_PAGE.n;
$("previous-cut").onclick = ON_PAGE.p;
for (const name of ["all", "kept", "cut"]) $(`show-${name}`).onclick = () => show(name);
for (const name of FIELDS) $(`f-${name}`).addEventListener(name === "q" ? "input" : "change", filtersChanged);
$("filter-box").open = !matchMedia("(max-width: 46rem)").matches;
window.addEventListener("hashchange", render);
render();
