// The web app manifest: how the page is called and looks once it is put on a home screen. It has the page's own address for a start, and
// no setting of a visitor.
const icon = (src, sizes, type, purpose = "any") => ({ src: `icons/${src}`, sizes, type, purpose });

/** As JSON; `texts` are English, by id. */
export const manifest = (texts) => JSON.stringify({
  name: texts.get("app.title"),
  short_name: texts.get("page.shortName"),
  description: texts.get("page.title"),
  lang: "en",
  dir: "ltr",
  id: "./",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#f4f7fa",
  theme_color: "#f4f7fa",
  categories: ["education", "medical"],
  icons: [
    icon("icon.svg", "any", "image/svg+xml"),
    icon("icon-192.png", "192x192", "image/png"),
    icon("icon-512.png", "512x512", "image/png"),
    icon("maskable-512.png", "512x512", "image/png", "maskable"),
  ],
}, null, 1);
