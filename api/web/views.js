// What a brief tells beside its sentences: who reports what, when it happened, how many.

import { el } from "./elements.js";
import { foreign } from "./reader.js";

/** Claim by source: a row for each sentence of the brief, a column for each source on topic. */
export function coverage({ coverage: { rows }, sentences, sources }, section, { cite }) {
  const columns = section.columns.slice(1, -1);
  const numbers = sources.filter((source) => !source.off_topic).map(({ number }) => number);
  const head = [section.columns[0], ...columns.map((label, index) => cite(numbers[index], [], "", label)),
    section.columns.at(-1)];
  const body = rows.map(({ cells, sentence }, index) => {
    const said = section.rows[index];
    return el("tr", {},
      el("th", { scope: "row", ...foreign }, sentences[sentence - 1].text),
      cells.map((cell, place) => el("td", { class: cell.stance.replace(" ", "-") }, stance(cell, said[place + 1], cite))),
      el("td", {}, said.at(-1)));
  });
  const shown = table(section, head, body);
  shown.querySelector("table").addEventListener("keydown", walk);
  return shown;
}

function stance({ source, stance, start, end }, said, cite) {
  return start === null
    ? [el("span", { "aria-hidden": "true" }, said), el("span", { class: "hidden" }, stance)]
    : cite(source, [[start, end]], said, said);
}

/** Arrow keys go from button to button, over cells that hold none. */
function walk(event) {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const cell = event.target.closest("td, th");
  if (!step || !cell) return;
  event.preventDefault();
  const { rows } = event.currentTarget;
  let [row, column] = [cell.parentElement.rowIndex, cell.cellIndex];
  do {
    [row, column] = [row + step[0], column + step[1]];
  } while (rows[row]?.cells[column] && !rows[row].cells[column].querySelector("button"));
  rows[row]?.cells[column]?.querySelector("button").focus();
}

/** What happened, by its date. */
export function timeline({ timeline: entries }, section, { cites }) {
  const items = entries.map(({ date, said }, index) => el("li", {},
    el("time", { datetime: date }, section.rows[index][0]),
    el("p", {}, el("span", foreign, said[0].quote), " ", el("span", { class: "citations" }, cites(said)))));
  return el("section", { class: "timeline", "aria-label": section.title },
    el("h3", {}, section.title), section.note && el("p", { class: "hint" }, section.note),
    el("ol", { role: "list" }, items));
}

/** A row for each value of each quantity; the sentence that gives it is a citation away. */
export function figures({ figures: found }, section, { cites }) {
  const values = found.flatMap((figure) => figure.values.map((value) => [figure, value]));
  const body = values.map(([figure, value], index) => {
    const [, , status, asOf, kind] = section.rows[index];
    return el("tr", { class: value.status },
      el("th", { scope: "row" }, el("span", foreign, value.value), " ",
        el("span", { class: "citations" }, cites(value.said))),
      el("td", foreign, figure.counted), el("td", {}, status), el("td", {}, asOf),
      el("td", {}, value.by && el("span", foreign, value.by.words), " ", kind));
  });
  return table(section, section.columns.slice(0, -1), body);
}

/** A section with a table, wider than a phone, which is why it can be scrolled by itself. */
function table({ name, title, note }, head, body) {
  const wide = body.length > 0 && el("div", { class: "wide", role: "region", tabindex: "0", "aria-label": title },
    el("table", {},
      el("thead", {}, el("tr", {}, head.map((label) => el("th", { scope: "col" }, label)))),
      el("tbody", {}, body)));
  return el("section", { class: name, "aria-label": title },
    el("h3", {}, title), note && el("p", { class: "hint" }, note), wide);
}
