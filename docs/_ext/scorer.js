/* What is found, the best first: a heading that holds the whole question comes before pages that
   have its words somewhere, and of the commands that share an option `ladder path`, whose page tells
   most. The other figures are Sphinx's own. */
var Scorer = {
  score: ([page, title, anchor, about, score, file, kind]) =>
    kind === "title" ? 3 * score : score + title.startsWith("ladder-path."),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
