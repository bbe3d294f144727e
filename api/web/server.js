// Talking to the server, and saying what comes of it: progress, problems, and at which article something is wrong.

import { $, el } from "./elements.js";

const KEY = "summarize.key";
const MOST_RETRIES = 5;
const INPUTS = { query: "question", "draft.text": "draft" }; // where a field of a request is on the page, by its id

let running = null; // AbortController of the request under way

/** The answer of the server; throws its problem document, or a message. */
export async function call(path, options) {
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

/** The answer to a request in JSON, in the form that is accepted. */
export function post(path, request, signal, accept = "application/json") {
  const headers = { "Content-Type": "application/json", Accept: accept };
  return call(path, { method: "POST", headers, body: JSON.stringify(request), signal });
}

/** Runs `work`, with progress; says what went wrong and returns nothing when it fails. */
export async function attempt(doing, work, explain = complain) {
  clearMessages();
  stop();
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

export const stop = () => running?.abort();
export const keepKey = () => sessionStorage.setItem(KEY, $("key").value.trim());

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, 1000 * seconds);
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

export function say(text, working = false, aloud = true) {
  $("status").setAttribute("aria-live", aloud ? "polite" : "off");
  $("status").classList.toggle("working", working);
  $("status").textContent = text;
}

const atField = ({ field, detail }) => [field, detail].filter(Boolean).join(": ");

export function complain(text, details = []) {
  const items = details.map((one) => el("li", {}, one.detail ? atField(one) : one));
  $("message").replaceChildren(el("p", {}, text), ...(items.length ? [el("ul", {}, items)] : []));
  $("message").hidden = false;
  $("message").scrollIntoView({ block: "nearest" });
}

export function clearMessages() {
  $("message").hidden = true;
  for (const told of document.querySelectorAll("p.wrong")) told.remove();
  for (const card of document.querySelectorAll(".card.wrong")) card.classList.remove("wrong");
  for (const input of document.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** Says what is wrong at the article or field it is about, and the rest below. `sent` are the cards in the order sent. */
export function explainAt(sent) {
  return (text, errors = []) => {
    const rest = errors.filter((error) => !markCard(sent[error.document - 1], error) && !markInput(error));
    if (rest.length || !errors.length) return complain(text, rest);
    const { document: number, field } = errors[0];
    complain(`${number ? "An article" : `The ${INPUTS[field]}`} cannot be used as it is; what is wrong stands below it.`);
    if (number) sent[number - 1].scrollIntoView({ block: "nearest" });
    else $(INPUTS[field]).focus();
  };
}

function markCard(card, error) {
  if (!card?.isConnected) return false;
  card.classList.add("wrong");
  card.append(el("p", { class: "wrong" }, atField(error)));
  return true;
}

function markInput({ field, detail }) {
  const id = INPUTS[field];
  if (!id) return false;
  $(id).setAttribute("aria-invalid", "true");
  $(id).setAttribute("aria-describedby", `${id}-wrong`);
  $(id).closest(".beside").append(el("p", { class: "wrong", id: `${id}-wrong` }, detail));
  return true;
}
