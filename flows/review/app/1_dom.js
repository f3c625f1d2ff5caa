// Making elements. Text of pages goes in by `say` alone, as text: nothing here reads markup.

const $ = (id) => document.getElementById(id);

/** An element with properties, attributes (names with a hyphen, `lang`, `role`, `for`) and children. */
function el(tag, values = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (name.includes("-") || name === "lang" || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const NAMES = { "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner",
  "\ufeff": "byte order mark", "\u00ad": "soft hyphen", "\u202e": "right-to-left override" };

/** Add text of a page to an element; characters that are not to be seen, or that turn others, are named. */
function say(parent, text) {
  for (const piece of text.split(new RegExp(`(${HIDDEN.source})`, "u"))) {
    if (HIDDEN.test(piece)) {
      const number = `U+${piece.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      parent.append(el("span", { className: "control", title: NAMES[piece] || number }, number));
    } else if (piece) parent.append(piece);
  }
  return parent;
}

/** What a screen reader is told, and a toast shows. */
function announce(text) {
  $("status").textContent = text;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => { $("status").textContent = ""; }, 6000);
}

const percent = (share) => `${Math.round(100 * share)} %`;
const thousands = (number) => number.toLocaleString("en");

const SVG = "http://www.w3.org/2000/svg";

/** A bar of parts [class, size, label]; what it says stands beside it as text. */
function drawBar(parts) {
  const whole = parts.reduce((sum, part) => sum + part[1], 0) || 1;
  const svg = document.createElementNS(SVG, "svg");
  const set = (node, values) => Object.entries(values).forEach(([name, value]) => node.setAttribute(name, value));
  set(svg, { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  let start = 0;
  for (const [kind, size] of parts) {
    const rect = document.createElementNS(SVG, "rect");
    const width = (100 * size) / whole;
    set(rect, { class: kind, x: start, y: 0, width, height: 10 });
    svg.append(rect);
    start += width;
  }
  return svg;
}
