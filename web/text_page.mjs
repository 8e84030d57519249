// The frame of the pages of text beside the explorer: plain HTML that is whole without a script, and that nobody loads who does not
// open it. web/pages.js adds search, filters and the other language.
import { escaped, worded, wordsOf } from "./page_words.mjs";

/** A list of words with their meanings: [[word as HTML, id of its meaning]]. */
export const meaningList = (entries) => `<dl class="meanings">${entries.map(([word, id]) => `<div><dt>${word}</dt>${worded("dd", id)}</div>`).join("")}</dl>`;

/** A row of a list of facts; `value` is HTML. */
export const fact = (label, value) => `<div>${worded("dt", label)}${value.startsWith("<dd") ? value : `<dd>${value}</dd>`}</div>`;

const choice = ([value, id]) => (id ? worded("option", id, [], `value="${escaped(value)}"`) : `<option>${escaped(value)}</option>`);

/**
 * Search and filters over all elements of class "card" on the page. `filters`: [[name, id of its label, [[value, id of its word or ""]]]];
 * a card has the value in data-name.
 */
export const finder = (filters) => `<div class="finder" role="search" hidden>
<p><label for="words" data-t="find.words">${escaped(wordsOf("find.words"))}</label><input id="words" type="search" autocomplete="off" spellcheck="false"></p>
${filters.map(([name, label, choices]) => `<p><label for="by-${name}" data-t="${label}">${escaped(wordsOf(label))}</label><select id="by-${name}" data-by="${name}">${worded("option", "find.all", [], 'value=""')}${choices.map(choice).join("")}</select></p>`).join("\n")}
<p class="found"><span id="found" role="status"></span><button type="button" id="clear" data-t="find.clear">${escaped(wordsOf("find.clear"))}</button></p>
</div>`;

/** To the page of privacy, by its name. */
export const linkToPrivacy = () => worded("a", "title.privacy", [], 'class="keep" href="privacy.html"');

/** A whole page; `title` is the id of its heading, `body` its HTML, `own` its script, its style beside the common one, and what its policy allows besides. */
export const textPage = (title, body, own = { script: "pages.js", style: "", policy: "" }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; ${own.policy}base-uri 'none'; form-action 'none'">
${worded("title", "title.site", [wordsOf(title)])}
<link rel="icon" href="icons/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="pages.css">
${own.style && `<link rel="stylesheet" href="${own.style}">
`}<script type="module" src="${own.script}"></script>
</head>
<body>
<main>
<p class="language"><a id="language" lang="es" hidden href="?locale=es">${escaped(wordsOf("language"))}</a></p>
${worded("h1", title)}
${body}
</main>
</body>
</html>
`;
