// The brief, and beside it the reader: a source with the cited words marked.

import { $, count, day, el, joined } from "./elements.js";

const MOST_LEFT_OUT = 200;
const narrow = matchMedia("(max-width: 56rem)");
const foreign = { lang: "", dir: "auto" }; // words of a source, in whichever language

/**
 * Puts the brief onto the page, in place of any other, and says how long it is. `documents` are those it was made of,
 * and `actions` what can be done with it: pairs of a label and a function.
 */
export function show(made, documents, actions) {
  const slices = documents.map((document) => slicer(document.text));
  const name = ({ publisher, title, number }) => publisher || title || `Article ${number}`;

  /** A button that shows a source with these spans marked. */
  function cite(number, spans, role = "", label = `[${number}]`) {
    const source = made.sources[number - 1];
    const copy = source.copy_of ? `copy of [${source.copy_of}]` : "";
    const button = el("button", {
      type: "button",
      class: `cite${copy && " copy"}`,
      "aria-pressed": "false",
      "aria-controls": "reader",
      "aria-label": [`Source ${number}`, name(source), role, copy].filter(Boolean).join(", "),
      title: joined([name(source), copy]),
    }, label);
    const look = () => read(button, source, spans);
    button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && !narrow.matches && look());
    button.addEventListener("focus", look);
    button.addEventListener("click", (event) => {
      look();
      if (event.detail === 0) $("reader").focus(); // by keyboard: go there, Escape comes back
    });
    return button;
  }
  const citesOf = (spans, role = () => "") => bySource(spans).map(([n, own], index) => cite(n, own, role(index)));

  /** Shows a source in the reader, with these spans marked, the first of them in view. */
  function read(button, source, spans) {
    const { text } = documents[source.number - 1];
    const cut = slices[source.number - 1];
    const words = el("div", { class: "words", ...foreign });
    let at = 0;
    for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
      if (start < at) continue;
      words.append(cut(at, start), el("mark", {}, cut(start, end)));
      at = end;
    }
    words.append(cut(at));
    const notes = joined([source.publisher || `Article ${source.number}`, day(source.published),
      source.copy_of && `copy of [${source.copy_of}]`, source.off_topic && "off topic, left out"]);
    const link = /^https?:\/\//i.test(source.url ?? "") &&
      el("a", { href: source.url, rel: "external noopener noreferrer", target: "_blank" }, "original");
    const title = source.title && !text.trimStart().startsWith(source.title) && el("h2", foreign, source.title);
    $("reader").replaceChildren(
      el("div", { class: "reader-head" },
        el("p", { class: "about" }, `[${source.number}] ${notes} `, link),
        el("button", { type: "button", class: "close quiet", onclick: closeReader }, "Close")),
      title || "", words);
    $("reader").hidden = false;
    $("reader").setAttribute("aria-label", `Source ${source.number}, ${name(source)}`);
    document.body.classList.add("reading");
    for (const one of document.querySelectorAll("button.cite")) one.setAttribute("aria-pressed", one === button);
    for (const item of document.querySelectorAll(".brief > li")) item.classList.toggle("shown", item.contains(button));
    const mark = words.querySelector("mark");
    $("reader").scrollTop = mark ? mark.offsetTop - $("reader").clientHeight / 3 : 0;
    read.opener = button;
    const { bottom } = button.getBoundingClientRect();
    const sheet = $("reader").getBoundingClientRect().top;
    if (narrow.matches && bottom > sheet) { // out from under it, with the sentence if there is room for both
      const sentence = button.closest(".brief > li");
      const fits = sentence && bottom - sentence.getBoundingClientRect().top < sheet;
      (fits ? sentence : button.closest("li")).scrollIntoView();
    }
  }

  function closeReader() {
    read.opener?.focus({ preventScroll: true }); // which opens it, so it is closed after
    if (!narrow.matches) return;
    $("reader").hidden = true;
    document.body.classList.remove("reading");
  }
  $("reader").onkeydown = (event) => event.key === "Escape" && closeReader();

  const heard = made.sources.filter((source) => !source.copy_of && !source.off_topic).length;

  function voices({ voices }, told) {
    const dots = heard > 1 && heard <= 12 && voices <= heard &&
      el("span", { class: "dots", "aria-hidden": "true" },
        "●".repeat(voices), el("span", {}, "●".repeat(heard - voices)));
    return el("p", { class: "voices" }, dots, told);
  }

  function conflict({ values, newest }, { label, newest: word, sentence }) {
    const sides = [...Map.groupBy(values, (value) => value.value.toLowerCase()).values()];
    const items = sides.map((side) => el("li", {}, el("strong", foreign, side[0].value), " ", citesOf(side),
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

  const { wording } = made;
  const conflictsOf = (sentence) => made.conflicts.map((one, index) => [one, wording.conflicts[index]])
    .filter(([, said]) => said.sentence === sentence).map(([one, said]) => conflict(one, said));

  const sentences = made.sentences.map((sentence, index) => {
    const whole = sentence.citations.filter(({ role }) => role !== "partial");
    const partly = sentence.citations.filter(({ role }) => role === "partial");
    const cites = citesOf(whole, (place) => (place ? "reports the same" : "quoted here"));
    const inPart = citesOf(partly, () => "reports a part of it");
    return el("li", {},
      el("p", { class: "sentence", dir: "auto" }, el("span", { lang: "" }, noted(sentence, index)), " ",
        el("span", { class: "citations" }, cites, inPart.length ? [" in part ", inPart] : "")),
      voices(sentence, wording.sentences[index]),
      conflictsOf(index + 1));
  });
  const elsewhere = conflictsOf(null);

  const sources = made.sources.map((source) => {
    const opener = cite(source.number, [], "", source.title || `Article ${source.number}`);
    opener.classList.add("title");
    return el("li", {}, opener, el("p", { class: "about" }, joined([source.publisher, day(source.published),
      source.copy_of && `copy of [${source.copy_of}]`,
      source.off_topic ? "off topic, left out" : `cited in ${count(source.cited, "sentence")}`])));
  });

  const { extent } = wording;
  $("brief").replaceChildren(
    el("header", {},
      el("h2", { id: "brief-title", class: "headline", ...foreign }, made.title || "Brief"),
      el("p", { class: "extent" }, extent),
      el("p", { class: "actions" },
        actions.map(([label, onclick]) => el("button", { type: "button", onclick }, label)))),
    el("ol", { class: "brief", role: "list" }, sentences),
    elsewhere.length ? el("section", { class: "elsewhere", "aria-label": "Other contradictions" }, elsewhere) : "",
    el("section", { class: "sources", "aria-labelledby": "sources-title" },
      el("h2", { id: "sources-title" }, "Sources"), el("ol", { role: "list" }, sources)),
    leftOut(made, (claim) => el("li", {},
      el("span", foreign, slices[claim.members[0].source - 1](claim.members[0].start, claim.members[0].end)), " ",
      citesOf(claim.members))));
  $("result").hidden = false;
  $("reader").hidden = true;
  document.body.classList.remove("reading");
  const first = $("brief").querySelector("button.cite");
  if (!narrow.matches) read(first, made.sources[made.sentences[0].citations[0].source - 1],
    bySource(made.sentences[0].citations)[0][1]);
  $("brief").focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("result").scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  return extent;
}

/** Offsets count characters; JavaScript counts UTF-16 units, which differ in texts with emoji and the like. */
function slicer(text) {
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return (start, end) => (characters ? characters.slice(start, end).join("") : text.slice(start, end));
}

/** The spans of citations, members or values by their source, in the order in which the sources come. */
function bySource(spans) {
  const found = Map.groupBy(spans, (span) => span.source);
  return [...found].map(([source, list]) => [source, list.map((one) => [one.start, one.end])]);
}

function leftOut(made, item) {
  const items = made.claims.filter((claim) => !claim.chosen).sort((a, b) => b.score - a.score)
    .map(item).filter((one) => /\p{L}/u.test(one.firstChild.textContent)).slice(0, MOST_LEFT_OUT);
  return el("footer", { class: "left" },
    el("p", { class: "left-out" }, made.wording.left_out),
    items.length > 0 && el("details", {}, el("summary", {}, "What was left out, by weight"), el("ul", {}, items)));
}
