// The page: articles in, the brief out, and beside it the sources with the cited words marked.
// Texts only ever become text nodes, never markup. Nothing is loaded or sent but from and to this server.

const $ = (id) => document.getElementById(id);
const DRAFT = "summarize.draft";
const KEY = "summarize.key";
const MOST_RETRIES = 5;
const MOST_LEFT_OUT = 200;
const narrow = matchMedia("(max-width: 56rem)");

let asked = null; // the request that the brief on the page answers
let running = null; // AbortController of the request under way

/** An element with attributes and children; strings become text. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

// ---------------------------------------------------------------- articles

function addCard(article = {}) {
  const card = $("article").content.firstElementChild.cloneNode(true);
  card.extra = { publisher: article.publisher, published: article.published };
  const number = ++addCard.made;
  for (const [selector, value] of [["textarea", article.text], [".title", article.title], [".url", article.url]]) {
    const input = card.querySelector(selector);
    input.id = `${selector.replace(/\W/, "")}-${number}`;
    input.value = value ?? "";
    input.closest(".field").querySelector("label").htmlFor = input.id;
  }
  card.querySelector("textarea").addEventListener("paste", () => setTimeout(tidy));
  card.querySelector(".remove").addEventListener("click", () => {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    tidy();
    (next?.isConnected ? next.querySelector("textarea") : $("add")).focus();
  });
  $("articles").append(card);
  return card;
}
addCard.made = 0;

const cards = () => [...$("articles").children];
const textOf = (card) => card.querySelector("textarea").value;
const isEmpty = (card) => !textOf(card).trim() && !card.querySelector(".title").value.trim();

/** Numbers the cards, keeps at least two of them, and keeps the draft. */
function tidy() {
  while (cards().length < 2) addCard();
  cards().forEach((card, index) => {
    const about = [card.extra.publisher, card.extra.published?.slice(0, 10)].filter(Boolean).join(" · ");
    card.querySelector("h2").textContent = `Article ${index + 1}${about ? ` · ${about}` : ""}`;
    card.querySelector(".remove").setAttribute("aria-label", `Remove article ${index + 1}`);
  });
  keepDraft();
}

function article(card) {
  const fields = {
    text: textOf(card),
    title: card.querySelector(".title").value.trim(),
    url: card.querySelector(".url").value.trim(),
    ...card.extra,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

function keepDraft() {
  const draft = { articles: cards().filter((card) => !isEmpty(card)).map(article), words: $("words").value };
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // too large to be kept over a reload, or not allowed; it still stands in the form
  }
}

function takeDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}");
    (draft.articles ?? []).forEach(addCard);
    $("words").value = draft.words ?? $("words").value;
  } catch {
    sessionStorage.removeItem(DRAFT);
  }
}

function fill(articles) {
  for (const card of cards()) if (isEmpty(card)) card.remove();
  articles.forEach(addCard);
  tidy();
}

async function readFiles(files) {
  if (!files.length) return;
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const read = await attempt("Reading the files", () => call("/v1/documents", { method: "POST", body: form }));
  if (!read) return;
  const { documents, problems } = await read.json();
  fill(documents.map(({ id, title, ...rest }) => ({ ...rest, title: title ?? "" })));
  say(`${count(documents.length, "article")} read.`);
  if (problems.length) complain("Some files could not be read.", problems);
}

// ---------------------------------------------------------------- talking to the server

/** The answer of the server; throws its problem document, or a message. */
async function call(path, options = {}, signal = undefined) {
  const key = sessionStorage.getItem(KEY);
  const headers = { ...options.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw { detail: "The server does not answer. Your articles are still here; try again in a moment." };
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({ detail: `The server answered with status ${answer.status}.` }));
  throw { ...problem, status: answer.status, wait: Number(answer.headers.get("Retry-After")) };
}

const brief = (accept, signal) =>
  call("/v1/briefs", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: accept },
    body: JSON.stringify(asked),
  }, signal);

/** Runs `work`, with progress; says what went wrong and returns nothing when it fails. */
async function attempt(doing, work) {
  clearMessages();
  running?.abort();
  const mine = (running = new AbortController());
  const begun = Date.now();
  say(`${doing} …`, true);
  const clock = setInterval(() => say(`${doing} … ${Math.round((Date.now() - begun) / 1000)} s`, true, false), 1000);
  $("make").disabled = true;
  $("stop").hidden = false;
  try {
    for (let tries = 0; ; tries++) {
      try {
        return await work(mine.signal);
      } catch (problem) {
        if (!(problem.status === 503 && problem.wait <= 30 && tries < MOST_RETRIES)) throw problem;
        await new Promise((resolve) => setTimeout(resolve, 1000 * problem.wait));
        if (mine.signal.aborted) throw { name: "AbortError" };
      }
    }
  } catch (problem) {
    say(problem.name === "AbortError" ? "Stopped." : "");
    if (problem.name !== "AbortError") explain(problem);
    return undefined;
  } finally {
    clearInterval(clock);
    if (running === mine) {
      running = null;
      $("make").disabled = false;
      $("stop").hidden = true;
    }
  }
}

// ---------------------------------------------------------------- messages

function say(text, working = false, aloud = true) {
  $("status").setAttribute("aria-live", aloud ? "polite" : "off");
  $("status").classList.toggle("working", working);
  $("status").textContent = text;
}

function complain(text, details = []) {
  const list = details.length ? el("ul", {}, ...details.map((detail) => el("li", {}, detail))) : null;
  $("message").replaceChildren(el("p", {}, text), ...(list ? [list] : []));
  $("message").hidden = false;
}

function clearMessages() {
  $("message").hidden = true;
  document.querySelectorAll(".card.wrong").forEach((card) => {
    card.classList.remove("wrong");
    card.querySelector("p.wrong").remove();
  });
}

function explain(problem) {
  if (problem.status === 401 || problem.status === 403) {
    $("key-row").hidden = false;
    $("key").focus();
  }
  const rest = [];
  for (const error of problem.errors ?? []) {
    const card = error.document && asked?.cards?.[error.document - 1];
    if (!card?.isConnected) {
      rest.push([error.field, error.detail].filter(Boolean).join(": "));
      continue;
    }
    card.classList.add("wrong");
    card.append(el("p", { class: "wrong" }, `${error.field}: ${error.detail}`));
  }
  complain(problem.detail ?? "Something went wrong in this page.", rest);
  $("message").scrollIntoView({ block: "nearest" });
}

// ---------------------------------------------------------------- the brief

async function make(event) {
  event.preventDefault();
  const full = cards().filter((card) => textOf(card).trim());
  clearMessages();
  if (!full.length) {
    complain("There is no article yet. Paste the text of two or more, or try the example.");
    cards()[0].querySelector("textarea").focus();
    return;
  }
  const documents = full.map((card, index) => {
    const { text, ...rest } = article(card);
    return { id: `article-${index + 1}`, ...rest, text: text.toWellFormed?.() ?? text };
  });
  asked = { documents, options: { max_words: Number($("words").value) } };
  Object.defineProperty(asked, "cards", { value: full, enumerable: false });
  const answer = await attempt("Making the brief", (signal) => brief("application/json", signal));
  if (!answer) return;
  show(await answer.json());
}

/** Offsets count characters; JavaScript counts UTF-16 units, which differ in texts with emoji and the like. */
function slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const characters = Array.from(text);
  return (start, end) => characters.slice(start, end).join("");
}

function show(made) {
  const slices = asked.documents.map((document) => slicer(document.text));
  const name = (number) => {
    const source = made.sources[number - 1];
    return source.publisher || source.title || `Article ${number}`;
  };

  function cite(number, spans, role = "") {
    const copy = made.sources[number - 1].copy_of;
    const button = el("button", {
      type: "button",
      class: `cite${copy ? " copy" : ""}`,
      "aria-pressed": "false",
      "aria-controls": "reader",
      "aria-label": `Source ${number}, ${name(number)}${role ? `, ${role}` : ""}${copy ? `, copy of ${copy}` : ""}`,
      title: `${name(number)}${copy ? ` (copy of [${copy}])` : ""}`,
    }, `[${number}]`);
    const look = () => read(button, number, spans);
    button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && !narrow.matches && look());
    button.addEventListener("focus", look);
    button.addEventListener("click", (event) => {
      look();
      if (event.detail === 0) $("reader").focus(); // by keyboard: go there, Escape comes back
    });
    return button;
  }

  /** Shows a source in the reader, with these spans marked, the first of them in view. */
  function read(button, number, spans) {
    const source = made.sources[number - 1];
    const cut = slices[number - 1];
    const length = Array.from(asked.documents[number - 1].text).length;
    const words = el("div", { class: "words", lang: "", dir: "auto" });
    let at = 0;
    for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
      if (start < at) continue;
      words.append(cut(at, start), el("mark", {}, cut(start, end)));
      at = end;
    }
    words.append(cut(at, length));
    const notes = [
      source.publisher,
      source.published?.slice(0, 10),
      source.copy_of && `copy of [${source.copy_of}]`,
      source.off_topic && "off topic, left out",
    ];
    const link = /^https?:\/\//i.test(source.url ?? "")
      ? el("a", { href: source.url, rel: "external noopener noreferrer", target: "_blank" }, "original")
      : null;
    const about = el("p", { class: "about" }, `[${number}] ${notes.filter(Boolean).join(" · ")} `, link);
    const close = el("button", { type: "button", class: "close quiet", onclick: closeReader }, "Close");
    const untold = source.title && !asked.documents[number - 1].text.trimStart().startsWith(source.title);
    const head = el("div", { class: "reader-head" }, about, close);
    $("reader").replaceChildren(head, untold ? el("h2", { lang: "", dir: "auto" }, source.title) : "", words);
    $("reader").hidden = false;
    $("reader").setAttribute("aria-label", `Source ${number}, ${name(number)}`);
    document.body.classList.add("reading");
    document.querySelectorAll("button.cite").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
    document.querySelectorAll(".brief > li").forEach((item) => item.classList.toggle("shown", item.contains(button)));
    const mark = words.querySelector("mark");
    $("reader").scrollTop = mark ? mark.offsetTop - $("reader").clientHeight / 3 : 0;
    read.opener = button;
    if (narrow.matches && button.getBoundingClientRect().bottom > $("reader").getBoundingClientRect().top) {
      (button.closest(".conflict") ?? button.closest("li")).scrollIntoView({ block: "start" }); // out from under the sheet
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
  const spansOf = (list, number) => list.filter((one) => one.source === number).map((one) => [one.start, one.end]);

  function voices(sentence, sources) {
    const alone = sources === sentence.voices ? count(sources, "source") : sentence.voices === 1
      ? "copies of one report" : `${sentence.voices} independent sources`;
    const dots = heard > 1 && heard <= 12 && sentence.voices <= heard
      ? el("span", { class: "dots", "aria-hidden": "true" }, "●".repeat(sentence.voices),
        el("span", {}, "●".repeat(heard - sentence.voices))) : null;
    return el("p", { class: "voices" }, dots, alone);
  }

  function conflict(one, label) {
    const sides = new Map();
    for (const value of one.values) {
      const side = value.value.toLowerCase();
      sides.set(side, [...(sides.get(side) ?? []), value]);
    }
    const items = [...sides.values()].map((values) => el("li", {},
      el("strong", { lang: "", dir: "auto" }, values[0].value), " ",
      ...[...new Set(values.map((value) => value.source))].map((n) => cite(n, spansOf(values, n)))));
    return el("div", { class: "conflict", role: "note" },
      el("p", { class: "label" }, label), el("ul", { class: "sides" }, ...items));
  }

  const told = new Set();
  const sentences = made.sentences.map((sentence) => {
    const numbers = [...new Set(sentence.citations.map((citation) => citation.source))];
    const cites = numbers.map((n, index) =>
      cite(n, spansOf(sentence.citations, n), index ? "reports the same" : "quoted here"));
    const disputed = made.conflicts.filter((one) => one.claims.includes(sentence.claim) && !told.has(one));
    disputed.forEach((one) => told.add(one));
    return el("li", {},
      el("p", { class: "sentence", dir: "auto" }, el("span", { lang: "" }, sentence.text), " ",
        el("span", { class: "citations" }, ...cites)),
      voices(sentence, numbers.length),
      ...disputed.map((one) => conflict(one, "Sources disagree")));
  });
  const elsewhere = made.conflicts.filter((one) => !told.has(one)).map((one) => conflict(one, "Sources also disagree"));

  const words = made.sentences.reduce((sum, sentence) => sum + sentence.text.split(/\s+/).filter(Boolean).length, 0);
  const extent = `${count(words, "word")} in ${count(made.sentences.length, "sentence")}, ` +
    `from ${count(made.sources.length, "source")}.`;
  const actions = [["Copy as Markdown", copyMarkdown], ["Download HTML", () => download("text/html", "brief.html")],
    ["Download JSON", () => download("application/json", "brief.json")]];

  $("brief").replaceChildren(
    el("header", {},
      el("h2", { id: "brief-title", class: "headline", lang: "", dir: "auto" }, made.title || "Brief"),
      el("p", { class: "extent" }, extent),
      el("p", { class: "actions" }, ...actions.map(([label, onclick]) => el("button", { type: "button", onclick }, label)))),
    el("ol", { class: "brief", role: "list" }, ...sentences),
    ...(elsewhere.length ? [el("section", { class: "elsewhere" }, ...elsewhere)] : []),
    sources(made, cite),
    leftOut(made, cite, slices));
  $("result").hidden = false;
  $("reader").hidden = true;
  document.body.classList.remove("reading");
  say(`The brief is ready: ${extent}`);
  const first = $("brief").querySelector("button.cite");
  if (first && !narrow.matches) {
    const { source, start, end } = made.sentences[0].citations[0];
    read(first, source, [[start, end]]);
  }
  $("brief").focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("result").scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

function sources(made, cite) {
  const items = made.sources.map((source) => {
    const marks = [source.publisher, source.published?.slice(0, 10), source.copy_of && `copy of [${source.copy_of}]`,
      source.off_topic ? "off topic, left out" : `cited in ${count(source.cited, "sentence")}`];
    const opener = cite(source.number, []);
    opener.className = "title cite";
    opener.textContent = source.title || `Article ${source.number}`;
    return el("li", {}, opener, el("p", { class: "about" }, marks.filter(Boolean).join(" · ")));
  });
  return el("section", { class: "sources", "aria-labelledby": "sources-title" },
    el("h2", { id: "sources-title" }, "Sources"), el("ol", { role: "list" }, ...items));
}

function leftOut(made, cite, slices) {
  const out = made.left_out;
  const reasons = [
    [out.redundant, "sentence that repeats one quoted here", "sentences that repeat one quoted here"],
    [out.budget, "sentence of less weight", "sentences of less weight"],
    [out.too_short, "headline or fragment", "headlines or fragments"],
    [out.boilerplate, "piece of page clutter", "pieces of page clutter"],
    [out.off_topic, "sentence off topic", "sentences off topic"],
  ];
  const told = reasons.filter(([n]) => n).map(([n, one, many]) => count(n, one, many)).join(", ");
  const claims = made.claims.filter((claim) => !claim.chosen).sort((a, b) => b.score - a.score).slice(0, MOST_LEFT_OUT);
  const items = claims.map((claim) => {
    const [first] = claim.members;
    const numbers = [...new Set(claim.members.map((member) => member.source))];
    return el("li", {}, el("span", { lang: "", dir: "auto" }, slices[first.source - 1](first.start, first.end)), " ",
      ...numbers.map((n) => cite(n, claim.members.filter((m) => m.source === n).map((m) => [m.start, m.end]))));
  });
  return el("footer", { class: "left" }, el("p", { class: "left-out" }, told ? `Left out: ${told}.` : "Nothing was left out."),
    items.length ? el("details", {}, el("summary", {}, "What was left out, by weight"), el("ul", {}, ...items)) : null);
}

// ---------------------------------------------------------------- taking it along

async function copyMarkdown() {
  const answer = await attempt("Copying", (signal) => brief("text/markdown", signal));
  if (!answer) return;
  const text = await answer.text();
  try {
    await navigator.clipboard.writeText(text);
  } catch { // only over https and on this machine; elsewhere the old way
    const area = el("textarea", { class: "hidden" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied as Markdown.");
}

async function download(type, name) {
  const answer = await attempt("Downloading", (signal) => brief(type, signal));
  if (!answer) return;
  const address = URL.createObjectURL(await answer.blob());
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(`${name} is downloaded.`);
}

// ---------------------------------------------------------------- beginnings

const showLength = () => ($("words-shown").value = `${$("words").value} words`);

$("form").addEventListener("submit", make);
$("form").addEventListener("input", keepDraft);
$("form").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("form").requestSubmit();
});
$("words").addEventListener("input", showLength);
$("stop").addEventListener("click", () => running?.abort());
$("add").addEventListener("click", () => {
  const card = addCard();
  tidy();
  card.querySelector("textarea").focus();
});
$("clear").addEventListener("click", () => {
  const full = cards().filter((card) => !isEmpty(card)).length;
  if (full && !confirm(`Clear ${count(full, "article")}?`)) return;
  cards().forEach((card) => card.remove());
  tidy();
  clearMessages();
});
$("choose").addEventListener("click", () => $("files").click());
$("files").addEventListener("change", async () => {
  await readFiles([...$("files").files]);
  $("files").value = "";
});
$("example").addEventListener("click", async () => {
  const answer = await attempt("Loading the example", () => call("/static/example.json"));
  if (!answer) return;
  fill((await answer.json()).documents);
  say("The example is here: six reports of one event.");
  $("make").focus();
});
$("key").addEventListener("change", () => sessionStorage.setItem(KEY, $("key").value.trim()));

let depth = 0;
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
addEventListener("dragenter", (event) => holdsFiles(event) && ++depth && document.body.classList.add("dropping"));
addEventListener("dragleave", (event) => holdsFiles(event) && --depth <= 0 && document.body.classList.remove("dropping"));
addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("dropping");
  readFiles([...event.dataTransfer.files]);
});

takeDraft();
tidy();
showLength();
