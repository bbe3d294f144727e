// The page: sources in, then what is made of them: a brief, what is new, a check of a draft, stories.
// Texts only ever become text nodes, never markup. Nothing is loaded or sent but from and to this server.

import { showBrief } from "./brief.js";
import { showCheck } from "./check.js";
import { $, count, el } from "./elements.js";
import { attempt, call, clearMessages, complain, explainAt, keepKey, post, say, stop } from "./server.js";
import * as sources from "./sources.js";
import { showStories } from "./stories.js";

const KEPT = "summarize.draft";
const BRIEF = "summarize.brief/";
const VIEWS = ["coverage", "timeline", "figures"];

const KINDS = {
  brief: { path: "/v1/briefs", label: "Make the brief", doing: "Making the brief", ready: "The brief is ready" },
  new: { path: "/v1/briefs", label: "Tell what is new", doing: "Looking for what is new", ready: "The brief is ready" },
  check: { path: "/v1/checks", label: "Check the draft", doing: "Checking the draft", ready: "The check is ready" },
  stories: { path: "/v1/stories", label: "Find the stories", doing: "Finding the stories", ready: "The stories are ready" },
};

let earlier = null; // { name, brief }: what is new is told against it

// ---------------------------------------------------------------- what is kept until the tab is closed

function keep() {
  const articles = sources.filled().map(sources.kept);
  const [words, question, draft] = ["words", "question", "draft"].map((id) => $(id).value);
  const all = { articles, words, question, kind: kind(), draft, earlier };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(all));
    window.onbeforeunload = null;
  } catch { // too large to outlive a reload, or not allowed to: the browser asks before it is lost
    window.onbeforeunload = (event) => (articles.length || all.draft) && event.preventDefault();
  }
}

function takeKept() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    (kept.articles ?? []).forEach((each) => sources.add(each));
    $("words").value = kept.words ?? $("words").value;
    $("question").value = kept.question ?? "";
    $("draft").value = kept.draft ?? "";
    earlier = kept.earlier ?? null;
    choose(kept.kind ?? "brief");
  } catch {
    choose("brief"); // there is none that could be read
  }
}

// ---------------------------------------------------------------- what to make

const kind = () => new FormData($("form")).get("kind");

function choose(name) {
  $("form").elements.kind.value = name;
  for (const row of document.querySelectorAll("[data-of]")) row.hidden = !row.dataset.of.split(" ").includes(name);
  $("make").textContent = KINDS[name].label;
  $("earlier-shown").textContent = earlier
    ? `${earlier.name}${earlier.brief.title ? `: ${earlier.brief.title}` : ""}`
    : "A brief that was downloaded as JSON, here or by the command. Give its articles too, beside the newer ones.";
}

/** What is asked of the server for these cards, but for the articles. Says what is missing, and gives null, where it is. */
function asked() {
  const options = { max_words: Number($("words").value) };
  const query = $("question").value.trim().toWellFormed();
  const brief = { options, views: VIEWS, ...(query && { query }) };
  switch (kind()) {
    case "brief": return brief;
    case "new": return earlier ? { ...brief, since: earlier.brief }
      : missing("There is no earlier brief yet. Choose one that was downloaded as JSON.", $("choose-earlier"));
    case "check": return $("draft").value.trim() ? { draft: { text: $("draft").value.toWellFormed() } }
      : missing("There is no draft yet. Paste it, or choose its file.", $("draft"));
    default: return { options, briefs: false };
  }
}

function missing(told, element) {
  clearMessages();
  complain(told);
  element.focus();
  return null;
}

/** Articles as a request holds them; ids of the earlier brief stay those of its own sources. */
function articles(cards) {
  const taken = new Set(kind() === "new" ? earlier?.brief.sources?.map(({ id }) => id) : []);
  let number = 0;
  return cards.map((card) => {
    const { text, ...rest } = sources.article(card);
    do number++; while (taken.has(`article-${number}`));
    return { id: `article-${number}`, ...rest, text: text.toWellFormed() };
  });
}

async function make(event) {
  event.preventDefault();
  const cards = sources.chosen();
  if (!cards.length)
    return missing("There is no article yet. Paste the text of two or more, or try the example.",
      document.querySelector(".card:not(.out) textarea") ?? $("articles"));
  const request = asked();
  if (request) await answer(KINDS[kind()], { documents: articles(cards), ...request }, cards);
}

/** Asks for it and shows it. `more` are actions beside those that take it along. */
async function answer({ path, doing, ready }, request, cards, more = []) {
  const made = await attempt(doing, async (signal) => (await post(path, request, signal)).json(), explainAt(cards));
  if (!made) return;
  const actions = [...more, ...takeAlong(path, request)];
  if (path === KINDS.check.path) showCheck(made, request.documents, actions);
  else if (path === KINDS.stories.path)
    showStories(made, request.documents, actions, (numbers) => openStory(request, cards, numbers));
  else showBrief(made, request.documents, actions);
  $("result").classList.toggle("alone", path === KINDS.stories.path);
  const notes = made.wording.since_notes?.map((note) => `${earlier?.name ?? "earlier brief"}: ${note}`) ?? [];
  if (notes.length) complain("Of the earlier brief not everything was found as it was.", notes);
  say(`${ready}: ${made.wording.query ?? made.wording.extent ?? made.summary}`);
}

function openStory(stream, cards, numbers) {
  const request = { documents: numbers.map((each) => stream.documents[each]), options: stream.options, views: VIEWS };
  const back = ["Back to the stories", () => answer(KINDS.stories, stream, cards)];
  return answer(KINDS.brief, request, numbers.map((each) => cards[each]), [back]);
}

// ---------------------------------------------------------------- taking it along

/** The three ways. A brief is taken along with the view that is looked at, and no other. */
function takeAlong(path, request) {
  const name = path.split("/").at(-1).replace(/(?<=brief|check)s$/, "");
  const asked = (view) => (request.views ? { ...request, views: view ? [view] : [] } : request);
  const get = (view, type, doing) => attempt(doing, (signal) => post(path, asked(view), signal, type));
  return [
    ["Copy as Markdown", async (view) => copy(await get(view, "text/markdown", "Copying"))],
    ["Download HTML", async (view) => save(await get(view, "text/html", "Downloading"), `${name}.html`)],
    ["Download JSON", async (view) => save(await get(view, "application/json", "Downloading"), `${name}.json`)],
  ];
}

async function copy(answer) {
  if (!answer) return;
  const text = await answer.text();
  try {
    await navigator.clipboard.writeText(text);
  } catch { // only over https and on this machine; elsewhere the old way
    const area = el("textarea", { class: "hidden" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied as Markdown.");
}

async function save(answer, name) {
  if (!answer) return;
  const address = URL.createObjectURL(await answer.blob());
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(`${name} is downloaded.`);
}

// ---------------------------------------------------------------- files, chosen or dropped

/** Files given anywhere are sources, but for a brief of this program, which is the earlier one. */
async function take(files) {
  const briefs = await Promise.all(files.map(briefIn));
  const at = briefs.findLastIndex(Boolean);
  if (at >= 0) useEarlier(files[at].name, briefs[at]);
  await sources.addFiles(files.filter((_, index) => !briefs[index]));
}

/** The brief that a file is; null where it is none. */
async function briefIn(file) {
  if (!/json/i.test(file.name + file.type) || /jsonl|ndjson/i.test(file.name)) return null;
  try {
    const found = JSON.parse(await file.text());
    return String(found?.schema).startsWith(BRIEF) ? found : null;
  } catch {
    return null;
  }
}

function useEarlier(name, brief) {
  earlier = { name, brief };
  choose("new");
  keep();
  say(`${name} is the earlier brief.`);
}

async function takeEarlier([file]) {
  if (!file) return;
  const brief = await briefIn(file);
  clearMessages();
  if (brief) useEarlier(file.name, brief);
  else complain(`${file.name} is no brief in JSON. Download one with "Download JSON", or make it with "summarize -f json".`);
}

/** A draft is taken as it is written, so that links in it can be checked; of other formats the server reads the text. */
async function takeDraft([file]) {
  if (!file) return;
  let text = /^text\/(plain|markdown)$/.test(file.type) || /\.(md|markdown|txt)$/i.test(file.name)
    ? await utf8(file) : null;
  if (text === null) {
    const read = await sources.readFiles([file]);
    if (!read) return;
    text = read.documents[0]?.text;
    say("");
    if (text === undefined) return complain("The draft could not be read.", read.problems);
  }
  $("draft").value = text;
  choose("check");
  keep();
  say(`${file.name} is the draft.`);
}

const utf8 = async (file) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
};

// ---------------------------------------------------------------- beginnings

const showLength = () => ($("words-shown").value = `${$("words").value} words`);
const onClick = (id, act) => $(id).addEventListener("click", act);

$("form").addEventListener("submit", make);
$("form").addEventListener("input", keep);
$("form").addEventListener("change", ({ target }) => target.name === "kind" && choose(kind()));
$("form").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("form").requestSubmit();
});
$("words").addEventListener("input", showLength);
$("key").addEventListener("change", () => {
  keepKey();
  sources.offerLinks(); // without the key it was not known whether links are read
});
onClick("stop", stop);
onClick("read-links", sources.addLinks);
for (const [input, button, act] of [["files", "choose", take], ["earlier", "choose-earlier", takeEarlier],
  ["draft-file", "choose-draft", takeDraft]]) {
  onClick(button, () => $(input).click());
  $(input).addEventListener("change", async () => {
    await act([...$(input).files]);
    $(input).value = "";
  });
}
onClick("add", () => {
  const card = sources.add();
  sources.tidy();
  card.querySelector("textarea").focus();
});
onClick("clear", () => {
  const full = sources.filled().length;
  if (full && !confirm(`Clear ${count(full, "article")}?`)) return;
  sources.clear();
  clearMessages();
});
onClick("example", async () => {
  const found = await attempt("Loading the example", (signal) => call("/static/example.json", { signal }));
  if (!found) return;
  const { documents, draft } = await found.json();
  sources.fill(documents);
  if (!$("draft").value.trim()) $("draft").value = draft;
  keep();
  say("The example is here: six reports of one event.");
  $("make").focus();
});

let depth = 0;
const drag = (type, act) =>
  addEventListener(type, (event) => event.dataTransfer?.types.includes("Files") && act(event));
const dropping = (change) => document.body.classList.toggle("dropping", (depth = Math.max(0, depth + change)) > 0);
drag("dragenter", () => dropping(1));
drag("dragleave", () => dropping(-1));
drag("dragover", (event) => event.preventDefault());
drag("drop", (event) => {
  event.preventDefault();
  dropping(-Infinity);
  const files = [...event.dataTransfer.files];
  return $("draft-row").contains(event.target) ? takeDraft(files) : take(files);
});

takeKept();
sources.tidy();
showLength();
sources.offerLinks();
