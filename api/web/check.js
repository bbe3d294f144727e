// A check: the draft, sentence by sentence, each with its verdict and what the sources have for and against it.

import { $, el } from "./elements.js";
import { heading, openFirst, present } from "./brief.js";
import { bySource, foreign, makeReader, sourceList } from "./reader.js";

/** Puts the check onto the page, in place of any other result; the rest as for a brief. */
export function showCheck(made, documents, actions) {
  const reader = makeReader(documents, made.sources);
  const items = made.sentences.map((sentence, index) => el("li", { class: sentence.verdict },
    el("p", { class: "sentence", dir: "auto" },
      el("strong", { class: "verdict" }, made.wording.verdicts[index]), " ", el("span", foreign, sentence.text)),
    el("p", { class: "found" }, sentence.message),
    evidence(sentence, made.wording.roles[index], reader)));
  $("brief").replaceChildren(
    heading("Check of the draft", [made.summary, made.wording.unread].filter(Boolean), actions),
    el("ol", { class: "brief check", role: "list" }, items),
    sourceList(made.sources, reader));
  present();
  openFirst();
}

/** The citations by what they do for the sentence, such as "states it [1][3]". */
function evidence({ citations }, roles, { cite }) {
  const told = Map.groupBy(citations, (citation) => roles[citations.indexOf(citation)]);
  return told.size > 0 && el("p", { class: "evidence" }, [...told].map(([role, spans]) =>
    el("span", {}, `${role} `, bySource(spans).map(([number, own, pages]) => cite(number, own, role, "", pages)))));
}
