// The page of privacy: what is and is not done with what a visitor enters, what the browser keeps, what a host can see, and how anyone
// can check it. tests/web/cases/privacy.mjs proves what it says.
import { worded } from "./page_words.mjs";
import { textPage } from "./text_page.mjs";

const sections = {
  not: ["account", "cookies", "storage", "requests", "others", "sensors"],
  settings: ["address", "history", "link", "files"],
  kept: ["files", "when", "away", "frame"],
  host: ["log", "frame", "links"],
  check: ["network", "storage", "offline"],
};

const section = ([name, points]) => `<section id="${name}">${worded("h2", `privacy.${name}`)}
<ul class="points">${points.map((point) => worded("li", `privacy.${name}.${point}`)).join("\n")}</ul></section>`;

const link = (page, id) => `<li>${worded("a", id, [], `class="keep" href="${page}"`)}</li>`;

/** The whole page as HTML. */
export const privacyPage = () => textPage("title.privacy", `<section>${worded("h2", "privacy.short")}${worded("p", "privacy.intro", [], 'class="statement"')}</section>
${Object.entries(sections).map(section).join("\n")}
<ul class="points">${link("sources.html", "link.sources")}${link("validation.html", "link.validation")}${link("configure.html", "title.configure")}</ul>`);
