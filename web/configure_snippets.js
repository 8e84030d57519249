// What is copied from the configure page into pages and courses: from settings, { name: text } of what differs from the usual.
import { ALLOW, HIGHEST_PX, SANDBOX, USUAL_TITLE } from './embed_rights.js';
import { attributeOf } from './embed_keys.js';
import { escaped } from './escaped.js';

const COLOURS = ['accent', 'ground', 'text'];
// Settings of the element, the frame or the snippet; all others are keys of the explorer.
const NOT_KEYS = new Set([...COLOURS, 'title', 'reveal', 'resize', 'height', 'base']);
const OEMBED_WIDTH_PX = 960;

const keysOf = (settings) => Object.entries(settings).filter(([name]) => !NOT_KEYS.has(name));

const isFixed = ({ resize }) => resize === 'none';
/** Of frames in a page that follows no height of the explorer's own saying. */
const dialectOf = ({ resize }) => (['h5p', 'lti'].includes(resize) ? [['resize', resize]] : []);

const queryOf = (pairs) => (pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '');
const tag = (name, attributes) => `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`;
const titleOf = ({ title }) => title ?? USUAL_TITLE;

function styleOf(settings, height) {
  const colours = COLOURS.filter((name) => settings[name]).map((name) => `--mx-${name}: ${settings[name]}`);
  // An element has a least height of its own.
  return [...colours, ...(isFixed(settings) ? [`height: ${height}px`, 'min-height: 0'] : [])].join('; ');
}

/** The element's attributes, [[name, value]]. A frame's other ways to tell its height are not the element's, which fits its height itself. */
export function elementAttributes(settings, height) {
  const style = styleOf(settings, height);
  return [
    ...keysOf(settings).map(([key, value]) => [attributeOf(key), value]),
    ...(settings.reveal ? [['reveal', settings.reveal]] : []),
    ...(isFixed(settings) ? [['resize', 'none']] : []),
    ...(settings.title ? [['title', settings.title]] : []),
    ...(style ? [['style', style]] : []),
  ];
}

const element = ({ settings, base, height }) => `${tag('script', [['type', 'module'], ['src', new URL('embed.js', base).href]])}</script>
${tag('microneedling-explorer', elementAttributes(settings, height))}${escaped(titleOf(settings))}</microneedling-explorer>`;

const iframe = ({ settings, base, width, height }, extra) => `${tag('iframe', [
  ['src', new URL('index.html', base).href + queryOf([...keysOf(settings), ...extra])], ['title', titleOf(settings)], ['width', width], ['height', height],
  ['style', 'border: 0; max-width: 100%'], ...(settings.reveal === 'load' ? [] : [['loading', 'lazy']]), ['allow', ALLOW], ['sandbox', SANDBOX],
])}</iframe>`;

const FOLLOW_HEIGHT = `<script>
addEventListener('message', ({ source, data }) => {
  if (data?.ns !== 'microneedling' || data.type !== 'height') return;
  const height = Math.min(Number(data.payload?.height), ${HIGHEST_PX});
  if (!(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = height + 'px';
  }
});
</script>`;

function frame(wanted) {
  const { settings } = wanted, follows = !settings.resize;
  const html = iframe({ ...wanted, width: '100%' }, follows ? [['resize', 'auto']] : dialectOf(settings));
  return follows ? `${html}\n${FOLLOW_HEIGHT}` : html;
}

/** The answer of an oEmbed provider. Who asks for one takes the frame and leaves scripts out, so the height stays. */
const oembed = (wanted) => JSON.stringify({
  version: '1.0', type: 'rich', provider_name: USUAL_TITLE, provider_url: wanted.base, title: titleOf(wanted.settings),
  width: OEMBED_WIDTH_PX, height: Number(wanted.height),
  html: iframe({ ...wanted, width: OEMBED_WIDTH_PX }, dialectOf(wanted.settings)),
}, null, 2);

/** What stands behind the address of the page in a course package; a course is what that begins with. */
const scorm = ({ settings }) => queryOf(keysOf(settings));

/** Each kind's text from { settings, base: address of the folder with index.html, height: in px }. */
export const SNIPPETS = { element, frame, oembed, scorm };
