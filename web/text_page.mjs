// The frame of the pages of text beside the explorer: plain HTML without a script, which nobody loads who does not open it.

export const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

/** A list of words with their meanings. */
export const meaningList = (meanings) => `<ul>${Object.entries(meanings).map(([word, meaning]) => `<li><strong>${word}</strong>: ${meaning}</li>`).join("")}</ul>`;

/** A table as wide as it needs; `rows` are table rows as HTML. */
export const wideTable = (heads, rows) => `<div class="wide"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;

/** A whole page; `title` is "Sources", `body` its HTML. */
export const textPage = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${title} of Microneedling Explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<main class="sources">
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
