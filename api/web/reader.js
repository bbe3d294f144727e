// The reader: a source with the cited words marked, and the buttons that open it.

import { $, count, day, el, joined } from "./elements.js";

export const narrow = matchMedia("(max-width: 56rem)");
export const foreign = { lang: "", dir: "auto" }; // words of a source, in whichever language

/** Shows `documents`, the texts that `sources` tell about, in the reader. */
export function makeReader(documents, sources) {
  const slices = documents.map((document) => slicer(document.text));
  const name = ({ publisher, title, number }) => publisher || title || `Article ${number}`;
  let opener = null;

  /** A button that shows a source with these spans marked, which stand on these `pages` where it has any. */
  function cite(number, spans, role = "", label = "", pages = []) {
    const source = sources[number - 1];
    const copy = source.copy_of ? `copy of [${source.copy_of}]` : "";
    const button = el("button", {
      type: "button",
      class: `cite${copy && " copy"}`,
      "aria-pressed": "false",
      "aria-controls": "reader",
      "aria-label": [`Source ${number}`, name(source), onPages(pages), role, copy].filter(Boolean).join(", "),
      title: joined([name(source), copy]),
    }, label || `[${[number, onPages(pages)].filter(Boolean).join(", ")}]`);
    const look = () => open(button, source, spans, pages);
    button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && !narrow.matches && look());
    button.addEventListener("focus", look);
    button.addEventListener("click", (event) => {
      look();
      if (event.detail === 0) $("reader").focus(); // by keyboard: go there, Escape comes back
    });
    button.look = look;
    return button;
  }

  /** A button for each source of these spans, in the order in which the sources come. */
  const cites = (spans, role = () => "") =>
    bySource(spans).map(([number, own, pages], index) => cite(number, own, role(index), "", pages));

  /** Shows a source in the reader, with these spans marked, the first of them in view. */
  function open(button, source, spans, pages) {
    const { text } = documents[source.number - 1];
    const words = marked(text, slices[source.number - 1], spans);
    const notes = joined([
      by(source), source.publisher || `Article ${source.number}`, day(source.published), onPages(pages), ...marks(source)]);
    const link = /^https?:\/\//i.test(source.url ?? "") &&
      el("a", { href: source.url, rel: "external noopener noreferrer", target: "_blank" }, "original");
    const title = source.title && !text.trimStart().startsWith(source.title) && el("h2", foreign, source.title);
    $("reader").replaceChildren(
      el("div", { class: "reader-head" },
        el("p", { class: "about" }, `[${source.number}] ${notes} `, link),
        el("button", { type: "button", class: "close quiet", onclick: close }, "Close")),
      title || "", words);
    $("reader").hidden = false;
    $("reader").setAttribute("aria-label", `Source ${source.number}, ${name(source)}`);
    document.body.classList.add("reading");
    for (const one of document.querySelectorAll("button.cite")) one.setAttribute("aria-pressed", one === button);
    for (const item of document.querySelectorAll(".brief > li")) item.classList.toggle("shown", item.contains(button));
    const mark = words.querySelector("mark");
    $("reader").scrollTop = mark ? mark.offsetTop - $("reader").clientHeight / 3 : 0;
    opener = button;
    keepInView(button);
  }

  function close() {
    opener?.focus({ preventScroll: true }); // which opens it, so it is closed after
    if (narrow.matches) hide();
  }

  $("reader").onkeydown = (event) => event.key === "Escape" && close();
  hide();
  return { cite, cites, words: ({ source, start, end }) => slices[source - 1](start, end) };
}

/** Pages as they are cited, such as "p. 3" or "pp. 3, 5". */
const onPages = (pages) => pages.length > 0 && `${pages.length > 1 ? "pp." : "p."} ${pages.join(", ")}`;

const by = (source) => source.author && `by ${source.author}`;

/** What the reader of a source should know about it. */
const marks = (source) =>
  [source.copy_of && `copy of [${source.copy_of}]`, source.off_topic && "off topic, left out"].filter(Boolean);

/** The list of sources, each of which opens in the reader. */
export function sourceList(sources, { cite }) {
  const items = sources.map((source) => {
    const opener = cite(source.number, [], "", source.title || `Article ${source.number}`);
    opener.classList.add("title");
    const told = !source.off_topic && (source.cited ? `cited in ${count(source.cited, "sentence")}` : "not cited");
    return el("li", {}, opener,
      el("p", { class: "about" }, joined([by(source), source.publisher, day(source.published), ...marks(source), told])));
  });
  return el("section", { class: "sources", "aria-labelledby": "sources-title" },
    el("h2", { id: "sources-title" }, "Sources"), el("ol", { role: "list" }, items));
}

export function hide() {
  $("reader").hidden = true;
  document.body.classList.remove("reading");
}

/** Moves a button out from under the reader on a phone, with its sentence if there is room for both. */
function keepInView(button) {
  const { bottom } = button.getBoundingClientRect();
  const sheet = $("reader").getBoundingClientRect().top;
  if (!narrow.matches || bottom <= sheet) return;
  const sentence = button.closest(".brief > li");
  const fits = sentence && bottom - sentence.getBoundingClientRect().top < sheet;
  (fits ? sentence : button.closest("li, tr")).scrollIntoView();
}

function marked(text, cut, spans) {
  const words = el("div", { class: "words", ...foreign });
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    words.append(cut(at, start), el("mark", {}, cut(start, end)));
    at = end;
  }
  words.append(cut(at));
  return words;
}

/** Offsets count characters; JavaScript counts UTF-16 units, which differ in texts with emoji and the like. */
export function slicer(text) {
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return (start, end) => (characters ? characters.slice(start, end).join("") : text.slice(start, end));
}

/** The spans and pages of citations, members or values by their source, in the order in which the sources come. */
export function bySource(spans) {
  const found = Map.groupBy(spans, (span) => span.source);
  return [...found].map(([source, list]) => [source, list.map((one) => [one.start, one.end]),
    [...new Set(list.map((one) => one.page).filter(Boolean))].sort((a, b) => a - b)]);
}
