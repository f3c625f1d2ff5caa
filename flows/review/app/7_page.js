// One page, line by line.

const FROM = {
  original: "Shown as it came in: the page was read again.",
  rebuilt: "Put together from the output alone: where in a line something was mended is not known, and nothing can be saved as a case. Name the inputs to read the pages again: pagewash review OUTPUT INPUT",
  inexact: "Put together from the output alone: some lines of mere debris may have gone wholly, so that lines below them stand a place too early. Name the inputs to read the pages again: pagewash review OUTPUT INPUT",
  nothing: "The output has the reason alone for a page that was rejected, and the page itself was not at hand.",
};
const NO_CASE = " What came along with this page decided what it became, so it can be no case by itself.";

let current = null; // the page that is shown
let at = -1; // its line that has the focus

function renderPage(page, facts, filters) {
  current = page;
  at = -1;
  const title = $("page-title");
  title.replaceChildren();
  title.lang = page.language || "en";
  title.dir = "auto";
  say(title, page.title || page.id);
  renderSub(page);
  $("page-signs").replaceChildren(...signChips(facts));
  renderRejection(page);
  renderShares(page, facts, filters);
  $("page-note").textContent = FROM[page.way] + (page.way === "original" && !page.case ? NO_CASE : "");
  renderLines(page, filters);
  renderMetadata(page);
  renderMarks();
  show("all");
}

function renderSub(page) {
  const sub = $("page-sub");
  sub.replaceChildren();
  say(sub.appendChild(el("bdi")), page.id);
  if (/^https?:\/\//i.test(page.url)) {
    sub.append(" · ");
    say(sub.appendChild(el("a", { href: page.url, rel: "noreferrer noopener", target: "_blank" })), page.url);
  }
}

function renderRejection(page) {
  $("page-rejection").hidden = !page.rejection;
  if (!page.rejection) return;
  const reason = el("strong");
  say(reason, `Rejected: ${page.rejection.reason}`);
  $("page-rejection").replaceChildren(reason, say(el("p"), page.rejection.detail));
}

/** How much was kept and what each cleaner cut; each is a button that filters by it. */
function renderShares(page, facts, filters) {
  const sizes = new Map();
  for (const [cleaner, , , chars] of facts.removed) sizes.set(cleaner, (sizes.get(cleaner) || 0) + chars);
  const ranked = [...sizes].sort((a, b) => b[1] - a[1]);
  const whole = page.chars[1] + ranked.reduce((sum, [, chars]) => sum + chars, 0);
  $("page-bar").replaceChildren(drawBar([["kept", page.chars[1]], ...ranked.map(([c, n]) => [tint(c), n])]));
  $("page-bar").hidden = !whole;
  const entry = (kind, label) => el("li", {}, el("span", { className: `dot ${kind}`, "aria-hidden": "true" }), label);
  const entries = whole ? [entry("kept", `kept ${percent(page.chars[1] / whole)}`)] : [];
  for (const [cleaner, chars] of ranked) {
    const name = index.cleaners[cleaner];
    const on = filters.cleaner === name;
    const button = el("button", { type: "button", "aria-pressed": on, title: on ? "Show no cleaner more than others" : `Pages and cuts of ${name}` });
    say(button, `${name} ${percent(chars / whole)}`);
    button.onclick = () => { location.hash = address("page", page.id, { ...route().filters, cleaner: on ? null : name }); };
    entries.push(entry(tint(cleaner), button));
  }
  const buttons = () => [...$("page-legend").querySelectorAll("button")];
  const held = buttons().indexOf(document.activeElement);
  $("page-legend").replaceChildren(...entries);
  buttons()[held]?.focus();
}

function markLine(page, line) {
  toggleMark(page, line);
  renderMarks();
  const on = marksOf(page).lines.has(line.position);
  announce(on ? `Marked: this line should have ${isKept(line) ? "gone" : "stayed"}` : "Mark taken back");
}

function renderMarks() {
  const marks = marksOf(current);
  current.lines.forEach((line, number) => {
    const item = $("lines").children[number];
    const on = marks.lines.has(line.position);
    item.classList.toggle("marked", on);
    item.querySelector(".mark")?.setAttribute("aria-pressed", String(on));
  });
  const count = marks.lines.size + Number(marks.verdict);
  $("save").disabled = !count;
  $("save").textContent = count ? `Save as a case (${count})` : "Save as a case";
  $("save").hidden = !current.case;
  $("verdict").hidden = !current.case;
  $("verdict").setAttribute("aria-pressed", String(marks.verdict));
  $("verdict").textContent = current.rejection ? "This is an article" : "This is no article";
}

function toggleVerdict() {
  const marks = marksOf(current);
  marks.verdict = !marks.verdict;
  renderMarks();
}

/** Make a line the current one; its neighbours lose their place in the order of tabs. */
function focusLine(item, take) {
  for (const old of $("lines").querySelectorAll(".now")) {
    old.classList.remove("now");
    old.tabIndex = -1;
    const button = old.querySelector(".mark");
    if (button) button.tabIndex = -1;
  }
  item.classList.add("now");
  item.tabIndex = 0;
  const button = item.querySelector(".mark");
  if (button) button.tabIndex = 0;
  at = [...$("lines").children].indexOf(item);
  if (take && !item.contains(document.activeElement)) item.focus({ preventScroll: true });
}

/** Go to the next line, or to where the next cuts by one cleaner for one reason begin, up or down. */
function step(by, cutsOnly) {
  const items = [...$("lines").children];
  const wanted = $("lines").classList.contains("filtered") ? ".match" : ".cut, .mended";
  for (let to = at < 0 && by < 0 ? items.length - 1 : at + by; to >= 0 && to < items.length; to += by) {
    if (items[to].offsetParent === null) continue;
    if (cutsOnly && (!items[to].matches(wanted) || items[to].matches(".same"))) continue;
    items[to].focus({ preventScroll: true });
    items[to].scrollIntoView({ block: "nearest" });
    return;
  }
  announce(cutsOnly ? "No more cuts on this page" : "The page ends here");
}

function show(which) {
  for (const name of ["all", "kept", "cut"]) {
    $(`show-${name}`).setAttribute("aria-pressed", String(name === which));
    $("lines").classList.toggle(`${name}-only`, name === which);
  }
}

function renderMetadata(page) {
  const entries = page.metadata.flatMap(([field, values, where]) => {
    const box = el("dd");
    if (!values.length && !where) box.append(el("span", { className: "none" }, "not stated"));
    for (const value of values) {
      const text = box.appendChild(el("div", { dir: "auto" }));
      if (page.language) text.lang = page.language;
      say(text, value);
    }
    if (where) {
      say(box.appendChild(el("div", { className: "where", dir: "auto" })), where);
      box.classList.toggle("conflict", where.includes(" says “"));
    }
    return [el("dt", {}, field.replaceAll("_", " ")), box];
  });
  $("metadata").replaceChildren(...entries);
}
