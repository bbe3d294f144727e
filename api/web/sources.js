// The sources: pasted, read from files or from links, each on a card where it can be looked at, edited and left out.

import { $, count, el, joined } from "./elements.js";
import { attempt, call, complain, post, say } from "./server.js";

const FIELDS = ["title", "url", "publisher", "author", "published"];
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

const cards = () => [...$("articles").children];
const textOf = (card) => card.querySelector("textarea").value;
const fieldOf = (card, name) => card.querySelector(`.${name}`).value.trim();
const isOut = (card) => card.classList.contains("out");
const isEmpty = (card) => !textOf(card).trim() && !fieldOf(card, "title");

export const filled = () => cards().filter((card) => !isEmpty(card));
/** The cards of the articles that something can be made of. */
export const chosen = () => cards().filter((card) => textOf(card).trim() && !isOut(card));

/** Shows an article on a card of its own; without one, a card to paste into. */
export function add(given = {}) {
  const card = $("article").content.firstElementChild.cloneNode(true);
  const { text, blocks, pages, media_type, language, from, out } = given;
  card.read = { of: text, blocks, pages, media_type, language, from }; // of that text and no other
  card.querySelector("textarea").value = text ?? "";
  for (const name of FIELDS) card.querySelector(`.${name}`).value = given[name] ?? "";
  const date = card.querySelector(".published"); // as people write it, which fits a phone
  date.value = date.value.replace(/T(\d\d:\d\d)(:00(?![.\d]))?/, " $1");
  leaveOut(card, Boolean(out));
  card.querySelector(".leave").addEventListener("click", () => {
    leaveOut(card, !isOut(card));
    tidy();
  });
  card.querySelector(".remove").addEventListener("click", () => {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    tidy();
    (next?.isConnected ? next.querySelector(isOut(next) ? ".leave" : "textarea") : $("add")).focus();
  });
  card.addEventListener("input", () => tell(card));
  $("articles").append(card);
  return card;
}

function leaveOut(card, out) {
  card.classList.toggle("out", out);
  card.querySelector(".leave").textContent = out ? "Take in" : "Leave out";
}

/** Numbers the cards, keeps at least two of them, and tells the form that they have changed. */
export function tidy() {
  while (cards().length < 2) add();
  for (const [index, card] of cards().entries()) {
    card.querySelector("h2").textContent = `Article ${index + 1}`;
    for (const button of card.querySelectorAll(".leave, .remove"))
      button.setAttribute("aria-label", `${button.textContent} article ${index + 1}`);
    tell(card);
  }
  $("articles").dispatchEvent(new Event("input", { bubbles: true }));
}

/** Says how long an article is and where it was read; of one that is left out also which it is. */
function tell(card) {
  const text = textOf(card).trim();
  const length = WITHOUT_SPACES.test(text)
    ? count(Array.from(text).length, "character") : count(text.split(/\s+/).length, "word");
  const { from, of } = card.read;
  card.querySelector(".read").textContent = joined([text && length, textOf(card) === of && from,
    isOut(card) && (joined([fieldOf(card, "title"), fieldOf(card, "publisher")]) || text.slice(0, 80))]);
}

/** The article of a card, as a request holds it. */
export function article(card) {
  const { of, from, ...read } = card.read;
  const text = textOf(card);
  const known = text === of ? { ...read, blocks: read.blocks?.length && read.blocks } : {};
  const fields = FIELDS.map((name) => [name, fieldOf(card, name)]);
  return Object.fromEntries([["text", text], ...fields, ...Object.entries(known)].filter(([, value]) => value));
}

/** The article with all that its card needs to be shown again. */
export const kept = (card) => ({ ...article(card), from: card.read.from, out: isOut(card) || undefined });

export function fill(articles) {
  for (const card of cards()) if (isEmpty(card)) card.remove();
  articles.forEach((each) => add(each));
  tidy();
}

export function clear() {
  $("articles").replaceChildren();
  tidy();
}

// ---------------------------------------------------------------- files and links

/** What the server reads of files; nothing where it does not answer. */
export async function readFiles(files) {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  const read = await attempt("Reading the files", (signal) => call("/v1/documents", { method: "POST", body, signal }));
  return read?.json();
}

export async function addFiles(files) {
  if (!files.length) return;
  const read = await readFiles(files);
  if (read) show(read, "Some files could not be read.");
}

/** Reads the links in the field; those that cannot be read stay in it. */
export async function addLinks() {
  const links = [...new Set($("links").value.split(/\s+/).filter(Boolean))];
  if (!links.length) return $("links").focus();
  const documents = links.map((url, index) => ({ id: `link-${index + 1}`, url }));
  const answer = await attempt("Reading the links", (signal) => post("/v1/documents", { documents }, signal));
  if (!answer) return;
  const read = await answer.json();
  const found = new Set(read.documents.map(({ id }) => id));
  $("links").value = links.filter((_, index) => !found.has(documents[index].id)).join("\n");
  show({ ...read, documents: read.documents.map((document) => ({ ...document, id: undefined })) },
    "Some links could not be read.");
}

function show({ documents, problems }, unread) {
  fill(documents.map(({ id, ...document }) => ({ ...document, from: id })));
  say(`${count(documents.length, "article")} read.`);
  if (problems.length) complain(unread, problems);
}

/** Offers links where the server reads them. */
export async function offerLinks() {
  const version = await call("/v1/version", {}).then((answer) => answer.json()).catch(() => ({}));
  $("links-row").hidden = !version.reads_links;
}
