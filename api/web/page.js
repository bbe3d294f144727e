// The page: articles in, the brief out. brief.js shows it.
// Texts only ever become text nodes, never markup. Nothing is loaded or sent but from and to this server.

import { show } from "./brief.js";
import { $, count, el, joined } from "./elements.js";

const DRAFT = "summarize.draft";
const KEY = "summarize.key";
const MOST_RETRIES = 5;

let shown = null; // the request that the brief on the page answers
let running = null; // AbortController of the request under way

// ---------------------------------------------------------------- articles

const cards = () => [...$("articles").children];
const textOf = (card) => card.querySelector("textarea").value;
const isEmpty = (card) => !textOf(card).trim() && !card.querySelector(".title").value.trim();

function addCard(article = {}) {
  const card = $("article").content.firstElementChild.cloneNode(true);
  card.extra = { publisher: article.publisher, published: article.published, language: article.language };
  card.read = { of: article.text, blocks: article.blocks, media_type: article.media_type }; // of that text and no other
  card.querySelector("textarea").value = article.text ?? "";
  card.querySelector(".title").value = article.title ?? "";
  card.querySelector(".url").value = article.url ?? "";
  card.querySelector(".remove").addEventListener("click", () => {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    tidy();
    (next?.isConnected ? next.querySelector("textarea") : $("add")).focus();
  });
  $("articles").append(card);
  return card;
}

/** Numbers the cards, keeps at least two of them, and keeps the draft. */
function tidy() {
  while (cards().length < 2) addCard();
  for (const [index, card] of cards().entries()) {
    card.querySelector("h2").textContent = joined([`Article ${index + 1}`, card.extra.publisher]);
    card.querySelector(".remove").setAttribute("aria-label", `Remove article ${index + 1}`);
  }
  keepDraft();
}

function article(card) {
  const [title, url] = [".title", ".url"].map((field) => card.querySelector(field).value.trim());
  const text = textOf(card);
  const { of, blocks, media_type } = card.read;
  const read = text === of && { blocks: blocks?.length && blocks, media_type };
  const fields = Object.entries({ text, title, url, ...read, ...card.extra });
  return Object.fromEntries(fields.filter(([, value]) => value));
}

function keepDraft() {
  const articles = cards().filter((card) => !isEmpty(card)).map(article);
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ articles, words: $("words").value }));
    window.onbeforeunload = null;
  } catch { // too large to outlive a reload, or not allowed to: the browser asks before it is lost
    window.onbeforeunload = (event) => articles.length && event.preventDefault();
  }
}

function takeDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}");
    (draft.articles ?? []).forEach(addCard);
    $("words").value = draft.words ?? $("words").value;
  } catch {
    // there is none that could be read
  }
}

function fill(articles) {
  for (const card of cards()) if (isEmpty(card)) card.remove();
  articles.forEach(addCard);
  tidy();
}

async function readFiles(files) {
  if (!files.length) return;
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  const read = await attempt("Reading the files", (signal) => call("/v1/documents", { method: "POST", body, signal }));
  if (!read) return;
  const { documents, problems } = await read.json();
  fill(documents);
  say(`${count(documents.length, "article")} read.`);
  if (problems.length) complain("Some files could not be read.", problems);
}

// ---------------------------------------------------------------- talking to the server

/** The answer of the server; throws its problem document, or a message. */
async function call(path, options) {
  const key = sessionStorage.getItem(KEY);
  const headers = { ...options.headers, ...(key && { Authorization: `Bearer ${key}` }) };
  const answer = await fetch(path, { ...options, headers }).catch((error) => {
    if (error.name === "AbortError") throw error;
    throw { detail: "The server does not answer. Your articles are still here; try again in a moment." };
  });
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({ detail: `The server answered with status ${answer.status}.` }));
  throw { ...problem, status: answer.status, wait: Number(answer.headers.get("Retry-After")) };
}

function brief(request, accept, signal) {
  const headers = { "Content-Type": "application/json", Accept: accept };
  return call("/v1/briefs", { method: "POST", headers, body: JSON.stringify(request), signal });
}

/** Runs `work`, with progress; says what went wrong and returns nothing when it fails. */
async function attempt(doing, work, explain = complain) {
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
        await pause(problem.wait, mine.signal);
      }
    }
  } catch (problem) {
    if (running === mine) say(problem.name === "AbortError" ? "Stopped." : "");
    if (problem.status === 401 || problem.status === 403) $("key-row").hidden = false;
    if (problem.name !== "AbortError") explain(problem.detail ?? "Something went wrong in this page.", problem.errors);
    if (problem.status === 401 || problem.status === 403) $("key").focus();
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

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, 1000 * seconds);
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

// ---------------------------------------------------------------- messages

function say(text, working = false, aloud = true) {
  $("status").setAttribute("aria-live", aloud ? "polite" : "off");
  $("status").classList.toggle("working", working);
  $("status").textContent = text;
}

const atField = ({ field, detail }) => [field, detail].filter(Boolean).join(": ");

function complain(text, details = []) {
  const items = details.map((one) => el("li", {}, one.detail ? atField(one) : one));
  $("message").replaceChildren(el("p", {}, text), ...(items.length ? [el("ul", {}, items)] : []));
  $("message").hidden = false;
  $("message").scrollIntoView({ block: "nearest" });
}

function clearMessages() {
  $("message").hidden = true;
  for (const card of document.querySelectorAll(".card.wrong")) {
    card.classList.remove("wrong");
    card.querySelector("p.wrong").remove();
  }
}

/** Says what is wrong with an article at the article, and the rest below. */
function explainAt(full) {
  return (text, errors = []) => {
    const [told, rest] = [[], []];
    for (const error of errors) (full[error.document - 1]?.isConnected ? told : rest).push(error);
    for (const { document, field, detail } of told) {
      full[document - 1].classList.add("wrong");
      full[document - 1].append(el("p", { class: "wrong" }, atField({ field, detail })));
    }
    const where = told.length === errors.length && told.length;
    complain(where ? "An article cannot be used as it is; what is wrong stands below it." : text, rest);
    if (where) full[told[0].document - 1].scrollIntoView({ block: "nearest" });
  };
}

// ---------------------------------------------------------------- the brief

async function make(event) {
  event.preventDefault();
  const full = cards().filter((card) => textOf(card).trim());
  if (!full.length) {
    clearMessages();
    complain("There is no article yet. Paste the text of two or more, or try the example.");
    cards()[0].querySelector("textarea").focus();
    return;
  }
  const documents = full.map((card, index) => {
    const { text, ...rest } = article(card);
    return { id: `article-${index + 1}`, ...rest, text: text.toWellFormed() };
  });
  const request = { documents, options: { max_words: Number($("words").value) } };
  const making = (signal) => brief(request, "application/json", signal);
  const answer = await attempt("Making the brief", making, explainAt(full));
  if (!answer) return;
  shown = request;
  const extent = show(await answer.json(), documents, [
    ["Copy as Markdown", copyMarkdown],
    ["Download HTML", () => download("text/html", "brief.html")],
    ["Download JSON", () => download("application/json", "brief.json")],
  ]);
  say(`The brief is ready: ${extent}`);
}

// ---------------------------------------------------------------- taking it along

async function copyMarkdown() {
  const answer = await attempt("Copying", (signal) => brief(shown, "text/markdown", signal));
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

async function download(type, name) {
  const answer = await attempt("Downloading", (signal) => brief(shown, type, signal));
  if (!answer) return;
  const address = URL.createObjectURL(await answer.blob());
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(`${name} is downloaded.`);
}

// ---------------------------------------------------------------- beginnings

const showLength = () => ($("words-shown").value = `${$("words").value} words`);
const onClick = (id, act) => $(id).addEventListener("click", act);

$("form").addEventListener("submit", make);
$("form").addEventListener("input", keepDraft);
$("form").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("form").requestSubmit();
});
$("words").addEventListener("input", showLength);
$("key").addEventListener("change", () => sessionStorage.setItem(KEY, $("key").value.trim()));
onClick("stop", () => running?.abort());
onClick("choose", () => $("files").click());
onClick("add", () => {
  const card = addCard();
  tidy();
  card.querySelector("textarea").focus();
});
onClick("clear", () => {
  const full = cards().filter((card) => !isEmpty(card)).length;
  if (full && !confirm(`Clear ${count(full, "article")}?`)) return;
  $("articles").replaceChildren();
  tidy();
  clearMessages();
});
onClick("example", async () => {
  const answer = await attempt("Loading the example", (signal) => call("/static/example.json", { signal }));
  if (!answer) return;
  fill((await answer.json()).documents);
  say("The example is here: six reports of one event.");
  $("make").focus();
});
$("files").addEventListener("change", async () => {
  await readFiles([...$("files").files]);
  $("files").value = "";
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
  readFiles([...event.dataTransfer.files]);
});

takeDraft();
tidy();
showLength();
