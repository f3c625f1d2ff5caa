// Lines that a person says were wrongly cut or wrongly kept, and the case that is made of them.

const allMarks = new Map(); // page id -> { lines: Set of positions, verdict: whether the page's verdict is wrong }

function marksOf(page) {
  if (!allMarks.has(page.id)) allMarks.set(page.id, { lines: new Set(), verdict: false });
  return allMarks.get(page.id);
}

const isKept = (line) => !line.cleaner;

/** Mark a line, or take its mark back; sentences of one line of flattened text go together. */
function toggleMark(page, line) {
  const { lines } = marksOf(page);
  const together = page.lines.filter((other) => other === line
    || (line.number !== null && other.number === line.number && isKept(other) === isKept(line)));
  const add = !lines.has(line.position);
  for (const { position } of together) add ? lines.add(position) : lines.delete(position);
  return together;
}

/** The page with its corrected truth, in the form of the seeds; see docs/seeds.md. */
function corrected(page) {
  const marks = marksOf(page);
  const truth = structuredClone(page.case.truth);
  const wrong = page.lines.filter((line) => marks.lines.has(line.position));
  const article = page.rejection ? marks.verdict || wrong.length > 0 : !marks.verdict;
  if (article) delete truth.rejection;
  else truth.rejection ??= "no-article";
  if (page.case.form === "text") correctLabels(page, truth, marks, article);
  else correctText(page, truth, marks, article);
  truth.notes = { ...truth.notes, marked: wrong.map(note) };
  if (marks.verdict) truth.notes.marked.push(article ? "wrongly rejected" : "holds no article");
  return { pagewash: "case", form: page.case.form, truth, page: page.case.page };
}

const note = (line) => `${line.number === null ? `block ${line.position}` : `line ${line.number}`}: `
  + (isKept(line) ? "wrongly kept" : `wrongly cut by ${line.cleaner} (${line.reason})`);

function correctLabels(page, truth, marks, article) {
  const labels = new Map(truth.lines);
  if (!article) for (const number of labels.keys()) labels.set(number, "boiler");
  for (const line of page.lines.filter((some) => article && marks.lines.has(some.position))) {
    labels.set(line.number, isKept(line) ? "boiler" : "body");
    if (isKept(line)) delete truth.clean[line.number];
    else if (line.mended !== line.text) truth.clean[line.number] = line.bullet + line.mended;
  }
  truth.lines = [...labels];
}

function correctText(page, truth, marks, article) {
  const stays = (line) => isKept(line) !== marks.lines.has(line.position);
  truth.text = article ? page.lines.filter(stays).map((line) => line.mended) : [];
  const gone = page.lines.filter((line) => isKept(line) && !stays(line)).map((line) => line.mended);
  truth.out = gone.filter((text) => !truth.text.some((kept) => kept.includes(text)));
}

/** Save the case where the browser puts downloads. */
function saveCase(page) {
  const name = `${page.case.truth.id}.case.json`;
  const blob = new Blob([JSON.stringify(corrected(page), null, 1) + "\n"], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  announce(`Saved ${name}. Make it a test case with: pagewash case ${name}`);
}
