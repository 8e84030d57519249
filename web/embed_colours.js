// A host page's own colours on the poster, as long as they can be read.

export const LEAST_CONTRAST = 4.5;  // WCAG 2, 1.4.3

export const USUAL = { accent: '#0b5f8f', ground: '#ffffff', text: '#1b2530' };
const PAIRS = [['text', 'ground'], ['accent', 'ground']];

/** Red, green and blue from 0 to 1 of a computed colour; null where it is see-through or in another form. */
function channelsOf(colour) {
  const [, kind, numbers] = /^(rgb|color\(srgb)[ (]([\d., e-]+)\)$/.exec(colour) ?? [];
  const channels = numbers?.trim().split(/[\s,]+/).map(Number);
  if (channels?.length !== 3) return null;
  return kind === 'rgb' ? channels.map((value) => value / 255) : channels;
}

/** Relative luminance as WCAG 2 has it. */
const luminance = (channels) => channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);

/** The contrast of two computed colours, 1 to 21; 0 where one cannot be measured. */
export function contrastOf(a, b) {
  const channels = [channelsOf(a), channelsOf(b)];
  if (channels.includes(null)) return 0;
  const [low, high] = channels.map(luminance).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The computed colours that an element with no other use gets for wanted ones; what is no colour leaves the usual one. */
function computedColours(wanted, probe) {
  const computed = {};
  for (const [name, usual] of Object.entries(USUAL)) {
    probe.style.color = usual;
    if (wanted[name]) probe.style.color = wanted[name];
    computed[name] = getComputedStyle(probe).color;
  }
  return computed;
}

/** The first pair that cannot be told apart, { ink, ground, contrast }; undefined where each can. */
const unreadable = (computed) => PAIRS.map(([ink, ground]) => ({ ink, ground, contrast: contrastOf(computed[ink], computed[ground]) }))
  .find(({ contrast }) => contrast < LEAST_CONTRAST);

/** The first pair of wanted colours, the usual ones in place of those that are missing, that the poster would refuse. */
export const refusedPair = (wanted, probe) => unreadable(computedColours(wanted, probe));

const wantedBy = (style, name) => style.getPropertyValue(`--mx-${name}`).trim();

/**
 * Chooses the poster's colours: the host's --mx-accent, --mx-ground and --mx-text where each pair can be told apart, else all
 * the usual ones, with one warning for whoever made the host page.
 * @param {HTMLElement} element inherits the properties
 * @param {HTMLElement} probe an element without another use, on which colours are computed
 * @param {(sentence: string) => void} warn
 * @returns {Record<'accent' | 'ground' | 'text', string>}
 */
export function chosenColours(element, probe, warn) {
  const style = getComputedStyle(element);
  const wanted = Object.fromEntries(Object.keys(USUAL).map((name) => [name, wantedBy(style, name)]));
  if (!Object.values(wanted).some(Boolean)) return USUAL;
  const computed = computedColours(wanted, probe);
  const refused = unreadable(computed);
  if (!refused) return computed;
  const { ink, ground, contrast } = refused;
  warn(`microneedling-explorer: --mx-${ink} ${computed[ink]} on --mx-${ground} ${computed[ground]} has a contrast of ${contrast.toFixed(2)}, `
    + `but needs ${LEAST_CONTRAST}; the usual colours are used.`);
  return USUAL;
}
