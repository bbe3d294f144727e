// Stories: the articles divided into events. Each opens its brief.

import { $, el } from "./elements.js";
import { heading, present } from "./brief.js";
import { foreign, hide } from "./reader.js";

/** Puts the stories onto the page, in place of any other result. `open` is given the numbers of a story's articles. */
export function showStories(made, documents, actions, open) {
  const number = new Map(documents.map(({ id }, index) => [id, index]));
  const told = made.stories.map((story, index) => [story, made.wording.stories[index]]);
  const opener = (story, title) => el("button", { type: "button", class: "title", ...foreign,
    onclick: () => open(story.documents.map((id) => number.get(id))) }, title);
  const several = told.filter(([story]) => story.documents.length > 1).map(([story, said]) =>
    el("li", {}, el("h3", {}, opener(story, said.title)), el("p", { class: "about" }, said.about),
      el("details", {}, el("summary", {}, "Articles, and why they are here"), articles(said))));
  const once = told.filter(([story]) => story.documents.length === 1).map(([story, said]) =>
    el("li", {}, opener(story, said.title), el("p", { class: "about" }, said.documents[0].about)));
  hide();
  $("brief").replaceChildren(
    heading("Stories", [made.wording.extent], actions),
    el("ol", { class: "stories", role: "list" }, several),
    once.length ? el("section", { class: "elsewhere stories", "aria-labelledby": "once" },
      el("h3", { id: "once" }, "Reported once"), el("ul", { role: "list" }, once)) : "");
  present();
}

const articles = ({ documents }) => el("ol", {}, documents.map(({ title, about, why }) =>
  el("li", {}, el("p", { class: "title", ...foreign }, title), el("p", { class: "about" }, about),
    why && el("p", { class: "by" }, why))));
