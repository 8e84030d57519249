// Messages to the visitor: plain text, dismissible, never more than a handful; of those beyond it the number is told.

const MOST_MESSAGES = 5;
const MOST_COUNTED = 100;

/** @param {(id: string, count: number) => string} words tells how many messages there are beside those shown */
export function createMessages(box, list, dismiss, words) {
  const shown = new Set();
  const more = document.createElement('li');
  dismiss.addEventListener('click', () => {
    box.hidden = true;
    shown.clear();
    list.replaceChildren();
  });
  return function show(text) {
    if (shown.has(text) || shown.size >= MOST_COUNTED) return;
    shown.add(text);
    box.hidden = false;
    if (shown.size <= MOST_MESSAGES) {
      const item = document.createElement('li');
      item.textContent = text;
      list.append(item);
      return;
    }
    const left = shown.size - MOST_MESSAGES;
    more.textContent = words(left === 1 ? 'page.more.one' : 'page.more', left);
    list.append(more);
  };
}
