// The filters, and the address that holds them: #/pages?site=… and #/page/ID?site=…

const FIELDS = ["q", "site", "cleaner", "reason", "language", "sign", "order"];
// In these fields "" is a value of its own: pages that state no site, no language.
const OPEN = new Set(["site", "language"]);
let index = null; // all pages in a few facts; see flows/review/build.py
let shown = []; // those that the filters leave, in their order

/** What the address asks for. */
function route() {
  const [path, query = ""] = location.hash.replace(/^#/, "").split(/\?(.*)/s);
  const [, view = "", id = ""] = path.split("/");
  const asked = new URLSearchParams(query);
  const filters = Object.fromEntries(FIELDS.map((name) => [name, asked.get(name) ?? null]));
  return { view: view || "overview", id: decode(id), filters };
}

function decode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** The address of a view, with the filters as they are. */
function address(view, id = "", filters = route().filters) {
  const asked = new URLSearchParams(Object.entries(filters).filter(([name, value]) => isSet(name, value)));
  const query = asked.toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}${query ? `?${query}` : ""}`;
}

const isSet = (name, value) => value != null && (value !== "" || OPEN.has(name));

/** True where a cut by this cleaner for this kind of reason is what the filters ask for. */
function matches(cleaner, reason, filters) {
  if (filters.cleaner && index.cleaners[cleaner] !== filters.cleaner) return false;
  return !filters.reason || filters.reason === `cut:${index.reasons[reason]}`;
}

const asksForCuts = (filters) => Boolean(filters.cleaner || (filters.reason || "").startsWith("cut:"));

function passes(page, filters) {
  if (filters.site !== null && page.site !== filters.site) return false;
  if (filters.language !== null && page.language !== filters.language) return false;
  if (filters.sign && !page.signs.some((sign) => index.signs[sign][0] === filters.sign)) return false;
  if ((filters.reason || "").startsWith("rejected:") && filters.reason !== `rejected:${page.rejection}`) return false;
  if (asksForCuts(filters) && !page.removed.some(([cleaner, reason]) => matches(cleaner, reason, filters))) return false;
  const q = (filters.q || "").toLocaleLowerCase();
  return !q || `${page.title}\n${page.site}\n${page.id}\n${page.url}`.toLocaleLowerCase().includes(q);
}

const shareCut = (page) => (page.chars[0] ? 1 - page.chars[1] / page.chars[0] : 0);
const ORDERS = {
  cut: (a, b) => shareCut(b) - shareCut(a) || (a.id < b.id ? -1 : 1),
  name: (a, b) => (a.id < b.id ? -1 : 1),
};

/** Find the pages that the filters leave; they come most worth a look first. */
function applyFilters(filters) {
  shown = index.pages.filter((page) => passes(page, filters));
  if (ORDERS[filters.order]) shown.sort(ORDERS[filters.order]);
  for (const name of FIELDS) {
    const field = $(`f-${name}`);
    const value = filters[name];
    if (document.activeElement !== field) field.value = field.tagName === "SELECT" ? coded(name, value) : value || "";
    field.classList.toggle("set", isSet(name, value));
  }
  const count = FIELDS.filter((name) => name !== "order" && isSet(name, filters[name])).length;
  $("set").textContent = count ? `(${count} set)` : "";
}

const coded = (name, value) => (value === null ? "" : OPEN.has(name) ? `=${value}` : value);
const uncoded = (name, value) => (value === "" ? null : OPEN.has(name) ? value.slice(1) : value);

/** Fill the lists of values, the most frequent first. */
function fillFilters() {
  const counts = (values) => {
    const found = new Map();
    for (const value of values) found.set(value, (found.get(value) || 0) + 1);
    return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const each = (of) => index.pages.flatMap((page) => [...new Set(of(page))]);
  options("site", counts(index.pages.map((page) => page.site)));
  options("language", counts(index.pages.map((page) => page.language)));
  options("cleaner", counts(each((page) => page.removed.map(([cleaner]) => index.cleaners[cleaner]))));
  options("sign", counts(each((page) => page.signs.map((sign) => index.signs[sign][0]))), new Map(index.signs));
  const cut = counts(each((page) => page.removed.map(([, reason]) => `cut:${index.reasons[reason]}`)));
  const rejected = counts(index.pages.filter((p) => p.rejection).map((page) => `rejected:${page.rejection}`));
  const reasons = [...rejected, ...cut];
  options("reason", reasons, new Map(reasons.map(([value]) => [value, value.replace(/^cut:/, "").replace(/^rejected:/, "rejected: ")])));
}

function options(name, counted, labels = new Map()) {
  const field = $(`f-${name}`);
  field.replaceChildren(el("option", { value: "" }, "any"));
  for (const [value, count] of counted.slice(0, 300)) {
    const label = labels.get(value) || value || "not stated";
    field.append(say(el("option", { value: coded(name, value) }), `${label.slice(0, 80)} (${thousands(count)})`));
  }
}

/** Go where the fields say, without a step in the history for each letter. */
function filtersChanged() {
  const filters = Object.fromEntries(FIELDS.map((name) => [name, uncoded(name, $(`f-${name}`).value)]));
  history.replaceState(null, "", address("pages", "", filters));
  render();
}
