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

const tint = (cleaner) => `c${cleaner % index.tints}`;
const tintOf = (name) => tint(Math.max(0, index.cleaners.indexOf(name)));

function renderLines(page, filters) {
  $("lines").replaceChildren(...page.lines.map((line, number) => lineItem(page, line, page.lines[number - 1], filters)));
  $("lines").classList.toggle("filtered", asksForCuts(filters));
  const first = $("lines").firstElementChild;
  if (first) first.tabIndex = 0;
}

function lineItem(page, line, above, filters) {
  const item = el("li", { className: "line", tabIndex: -1 });
  if (line.gap) item.classList.add("gap");
  if (["heading", "code", "quote"].includes(line.kind)) item.classList.add(line.kind);
  if (!isKept(line)) item.classList.add("cut", tintOf(line.cleaner));
  if (line.taken.length) item.classList.add("mended");
  if (above && !isKept(line) && above.cleaner === line.cleaner && above.reason === line.reason) item.classList.add("same");
  if ([line, ...line.taken].some((cut) => isMatch(cut, filters))) item.classList.add("match");
  const number = el("span", { className: "at", "aria-hidden": "true" }, String(line.number ?? ""));
  item.append(number, said(page, line), why(page, line));
  item.addEventListener("focusin", () => { focusLine(item, false); });
  item.onclick = () => { focusLine(item, true); };
  return item;
}

function isMatch(cut, filters) {
  if (!cut.cleaner) return false;
  if (filters.cleaner && cut.cleaner !== filters.cleaner) return false;
  return !filters.reason || !filters.reason.startsWith("cut:") || filters.reason === `cut:${kindOfReason(cut.reason)}`;
}

const kindOfReason = (reason) => index.variable.reduce((text, [pattern, put]) => text.replace(new RegExp(pattern, "g"), put), reason);

/** The line's text: as it came in, and struck where it was cut. */
function said(page, line) {
  const box = el("div", { className: "said", dir: "auto" });
  if (page.language) box.lang = page.language;
  const into = isKept(line) ? box : box.appendChild(el("del"));
  if (line.bullet) say(into, line.bullet);
  const letters = [...line.text]; // places are counted in code points
  let done = 0;
  for (const taken of line.taken.filter((some) => some.start >= 0)) {
    say(into, letters.slice(done, taken.start).join(""));
    into.append(within(taken));
    done = taken.start + [...taken.text].length;
  }
  say(into, letters.slice(done).join(""));
  for (const taken of line.taken.filter((some) => some.start < 0)) into.append(" ", within(taken));
  return box;
}

const within = (taken) => say(el("del", { className: `within ${tintOf(taken.cleaner)}`, title: `${taken.cleaner}: ${taken.reason}` }), taken.text);

/** Who cut it and why, beside the line, and the button that says that it is wrong. */
function why(page, line) {
  const box = el("div", { className: "pop" });
  const reasons = new Map();
  for (const cut of isKept(line) ? line.taken : [...line.taken, line]) {
    const key = `${cut.cleaner}\n${cut.reason}`;
    reasons.set(key, { cut, times: (reasons.get(key)?.times || 0) + 1 });
  }
  for (const { cut, times } of reasons.values()) {
    const chip = say(el("span", { className: `chip ${tintOf(cut.cleaner)}` }), cut.cleaner);
    const text = el("p", {}, el("span", { className: "unseen" }, cut === line ? "cut by " : "taken out by "), chip, " ");
    say(text, cut.reason + (times > 1 ? ` ×${times}` : ""));
    box.append(text);
  }
  if (page.case) box.append(markButton(page, line));
  return el("div", { className: "why" }, box);
}

function markButton(page, line) {
  const button = el("button", { type: "button", className: "mark", tabIndex: -1, "aria-pressed": "false" });
  button.textContent = isKept(line) ? "Should have been cut" : "This cut is wrong";
  button.onclick = (event) => { event.stopPropagation(); markLine(page, line); };
  return button;
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
