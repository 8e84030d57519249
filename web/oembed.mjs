// What a page of somebody else's needs to embed the explorer from its address alone: an oEmbed document, "rich", version 1.0. It names the
// address of the site, so it is made only where `--address` tells that.
import { escaped } from "./page_words.mjs";

const WIDTH = 960;
const HEIGHT = 720;
const DAY_S = 86400;

/** The address as it stands in documents, with a slash at its end; throws where it is none. */
function siteAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.search || url.hash) {
    throw new Error(`--address cannot be "${address}": it must be an address such as https://example.org/explorer/.`);
  }
  return url.href.replace(/\/*$/, "/");
}

/** @returns {string} oembed.json */
export function oembed(address, title) {
  const at = siteAddress(address);
  const html = `<iframe src="${escaped(at)}" title="${escaped(title)}" width="${WIDTH}" height="${HEIGHT}" style="border: 0; max-width: 100%" loading="lazy" ` +
    'allow="fullscreen; clipboard-write"></iframe>';
  return JSON.stringify({
    version: "1.0", type: "rich", title, provider_name: title, provider_url: at, cache_age: DAY_S, width: WIDTH, height: HEIGHT, html,
  }, null, 2) + "\n";
}

/** The page with the link by which others find that document. */
export function withOembed(html, address, title) {
  const link = `<link rel="alternate" type="application/json+oembed" href="${escaped(siteAddress(address))}oembed.json" title="${escaped(title)}">`;
  return html.replace("</head>", () => `${link}\n</head>`);
}
