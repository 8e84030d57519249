// Attributes of the element are the explorer's keys in kebab case: needle-length for needleLength. Which keys there are the
// program itself says once it is there; until then all are keys but those that mean something else.

const OTHERS = new Set(['base', 'reveal', 'sandbox', 'title', 'src', 'id', 'class', 'style', 'lang', 'dir', 'slot', 'part', 'hidden', 'tabindex', 'role',
  'is', 'inert', 'nonce', 'popover', 'translate', 'draggable', 'accesskey', 'exportparts', 'itemprop', 'autofocus']);

export const keyOf = (attribute) => attribute.replace(/-([a-z0-9])/g, (all, letter) => letter.toUpperCase());
export const attributeOf = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const isKey = (attribute) => !OTHERS.has(attribute) && !/^(data-|aria-|on)/.test(attribute);

/** What the element's attributes set, by key. */
export function settingsOf(element) {
  const names = element.getAttributeNames().filter(isKey);
  return Object.fromEntries(names.map((name) => [keyOf(name), element.getAttribute(name)]));
}
