// The list of pages.

const STEP = 200; // rows that are made at a time
let rows = 0;

function renderList() {
  const total = index.pages.length;
  $("pages-title").textContent = shown.length === total ? `${thousands(total)} pages` : `${thousands(shown.length)} of ${thousands(total)} pages`;
  $("list").replaceChildren();
  rows = 0;
  moreRows();
}

function moreRows() {
  $("list").append(...shown.slice(rows, rows + STEP).map(row));
  rows = Math.min(shown.length, rows + STEP);
  $("more").hidden = rows >= shown.length;
  $("more").textContent = `Show more (${thousands(shown.length - rows)} left)`;
}

function row(page) {
  const title = el("a", { href: address("page", page.id), dir: "auto" });
  if (page.language) title.lang = page.language;
  say(title, page.title || page.id);
  const about = el("p");
  say(about.appendChild(el("bdi")), page.site || "no site stated");
  if (page.language) about.append(` · ${page.language}`);
  if (page.title) { about.append(" · "); say(about.appendChild(el("bdi")), page.id); }
  const signs = el("p", {}, ...signChips(page));
  const share = el("div", { className: "share" });
  if (page.rejection) share.append("rejected");
  else share.append(drawBar([["kept", page.chars[1]], ["cut", page.chars[0] - page.chars[1]]]), `${percent(shareCut(page))} cut`);
  return el("li", {}, el("div", {}, title, about, signs), share);
}

function signChips(page) {
  return page.signs.flatMap((at) => {
    const [name, label] = index.signs[at];
    const chip = el("span", { className: "sign" });
    say(chip, name === "rejected" ? `${label}: ${page.rejection}` : label);
    return [chip, " "];
  });
}
