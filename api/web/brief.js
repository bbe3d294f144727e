// The brief, with what else it tells behind tabs, and beside it the reader.

import { $, el } from "./elements.js";
import { bySource, foreign, makeReader, narrow, slicer, sourceList } from "./reader.js";
import { coverage, figures, timeline } from "./views.js";

const MOST_LEFT_OUT = 200;
const VIEWS = { coverage: ["Coverage", coverage], timeline: ["Timeline", timeline], figures: ["Figures", figures] };

/**
 * Puts the brief onto the page, in place of any other result. `documents` are those it was made of, and `actions` what
 * can be done with it: pairs of a label and a function, which is given the view that is looked at.
 */
export function showBrief(made, documents, actions) {
  const reader = makeReader(documents, made.sources);
  const { wording } = made;
  const views = [["Brief", null, el("div", {}, sentences(made, reader))]];
  for (const section of wording.sections ?? []) {
    const [label, make] = VIEWS[section.name] ?? [];
    const tells = section.rows.length || (section.note && section.name !== "coverage"); // which is of sentences
    if (label && tells) views.push([label, section.name, make(made, section, reader)]);
  }
  let looked = null;
  const about = [wording.query, wording.since].filter(Boolean);
  const extent = made.sentences.length ? [wording.extent] : []; // of no sentence it stands in their place
  $("brief").replaceChildren(
    heading(made.title || "Brief", extent, actions.map(([label, act]) => [label, () => act(looked)]), about),
    views.length > 1 ? tabs(views, (view) => (looked = view)) : "",
    ...views.map(([, , panel]) => panel),
    sourceList(made.sources, reader),
    leftOut(made, reader));
  present();
  openFirst();
}

/** The head of a result: its title, what it is `about` where that was asked, lines on it, and what can be done with it. */
export function heading(title, lines, actions, about = []) {
  return el("header", {},
    el("h2", { id: "brief-title", class: "headline", ...foreign }, title),
    about.map((line) => el("p", { class: "since", dir: "auto" }, line)),
    lines.map((line) => el("p", { class: "extent" }, line)),
    actions.length > 0 && el("p", { class: "actions" },
      actions.map(([label, onclick]) => el("button", { type: "button", onclick }, label))));
}

/** Shows the result, and goes there. */
export function present() {
  $("result").hidden = false;
  $("brief").focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("result").scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/** Beside the result there is room for a source: shows the first that is cited. */
export function openFirst() {
  if (!narrow.matches) $("brief").querySelector(".brief button.cite, .sources button.cite")?.look();
}

/** One panel at a time, by click or arrow keys; the first at the beginning. */
function tabs(views, choose) {
  const pick = (index, focus) => {
    for (const [other, [, , panel]] of views.entries()) {
      panel.hidden = other !== index;
      buttons[other].setAttribute("aria-selected", other === index);
      buttons[other].tabIndex = other === index ? 0 : -1;
    }
    if (focus) buttons[index].focus();
    choose(views[index][1]);
  };
  const buttons = views.map(([label, , panel], index) => {
    panel.id = `view-${index}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${index}`);
    return el("button", { type: "button", role: "tab", id: `tab-${index}`, "aria-controls": panel.id,
      onclick: () => pick(index) }, label);
  });
  const keys = (event) => {
    const at = buttons.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    pick((to + views.length) % views.length, true);
  };
  pick(0);
  return el("div", { class: "tabs", role: "tablist", "aria-label": "What the sources say", onkeydown: keys }, buttons);
}

// ---------------------------------------------------------------- the sentences

function sentences(made, reader) {
  const { wording } = made;
  const conflictsOf = (sentence) => made.conflicts.map((one, index) => [one, wording.conflicts[index]])
    .filter(([, said]) => said.sentence === sentence).map(([one, said]) => conflict(one, said, reader));
  const items = made.sentences.map((sentence, index) => {
    const whole = sentence.citations.filter(({ role }) => role !== "partial");
    const partly = sentence.citations.filter(({ role }) => role === "partial");
    const cites = reader.cites(whole, (place) => (place ? "reports the same" : "quoted here"));
    const inPart = reader.cites(partly, () => "reports a part of it");
    const status = wording.statuses?.[index];
    return el("li", {},
      el("p", { class: "sentence", dir: "auto" }, status && el("span", { class: "status" }, status), status && " ",
        el("span", { lang: "" }, noted(sentence, index)), " ",
        el("span", { class: "citations" }, cites, inPart.length ? [" in part ", inPart] : "")),
      voices(sentence, wording.sentences[index], made.sources),
      conflictsOf(index + 1));
  });
  const elsewhere = conflictsOf(null);
  return [
    items.length ? el("ol", { class: "brief", role: "list" }, items) : el("p", { class: "hint" }, wording.extent),
    elsewhere.length && el("section", { class: "elsewhere", "aria-label": "Other contradictions" }, elsewhere),
    unrepeated(made, reader),
  ].filter(Boolean);
}

/** What the earlier brief told and no newer source repeats. */
function unrepeated({ since, wording }, { cite }) {
  const section = wording.sections?.find(({ name }) => name === "unrepeated");
  const items = section?.rows.map(([said], index) => {
    const { text, sources } = since.unrepeated[index];
    return el("li", {}, el("span", foreign, text), " ", said, sources.map((number) => cite(number, [])));
  });
  return items && el("section", { class: "unrepeated", "aria-labelledby": "unrepeated-title" },
    el("h3", { id: "unrepeated-title" }, section.title), el("ul", { role: "list" }, items));
}

function voices({ voices }, told, sources) {
  const heard = sources.filter((source) => !source.copy_of && !source.off_topic).length;
  const dots = heard > 1 && heard <= 12 && voices <= heard &&
    el("span", { class: "dots", "aria-hidden": "true" },
      "●".repeat(voices), el("span", {}, "●".repeat(heard - voices)));
  return el("p", { class: "voices" }, dots, told);
}

function conflict({ values, newest }, { label, newest: word, sentence }, { cites }) {
  const sides = [...Map.groupBy(values, (value) => value.value.toLowerCase()).values()];
  const items = sides.map((side) => el("li", {}, el("strong", foreign, side[0].value), " ", cites(side),
    side.some((value) => value.source === newest) &&
      el("span", { class: "newest" }, bySource(side).length === 1 ? word : `${word}: [${newest}]`),
    sentence === null && el("blockquote", foreign, side[0].quote)));
  return el("div", { class: "conflict", role: "note" },
    el("p", { class: "label" }, label), el("ul", { class: "sides" }, items));
}

/** The words of a sentence; those with a note show it when pointed at, tapped or reached by keyboard. */
function noted({ text, notes = [] }, index) {
  const cut = slicer(text);
  const pieces = [];
  let at = 0;
  for (const [place, note] of notes.entries()) {
    const id = `note-${index + 1}-${place}`;
    pieces.push(cut(at, note.start),
      el("span", { class: "term", tabindex: "0", "aria-describedby": id }, cut(note.start, note.end)),
      el("span", { class: "tip", role: "tooltip", id }, `${note.text} [${note.source}]`));
    at = note.end;
  }
  return [...pieces, cut(at)];
}

function leftOut(made, reader) {
  const items = made.claims.filter((claim) => !claim.chosen && claim.members.length).sort((a, b) => b.score - a.score)
    .map((claim) => [reader.words(claim.members[0]), claim]).filter(([words]) => /\p{L}/u.test(words))
    .slice(0, MOST_LEFT_OUT)
    .map(([words, claim]) => el("li", {}, el("span", foreign, words), " ", reader.cites(claim.members)));
  return el("footer", { class: "left" },
    el("p", { class: "left-out" }, made.wording.left_out),
    items.length > 0 && el("details", {}, el("summary", {}, "What was left out, by weight"), el("ul", {}, items)));
}
