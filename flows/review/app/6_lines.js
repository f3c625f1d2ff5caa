// The lines of a page: what each says, what was taken out of it, by whom and why.

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
