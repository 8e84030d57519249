// Messages to the visitor: plain text, dismissible, never more than a handful.

const MOST_MESSAGES = 5;

export function createMessages(box, list, dismiss) {
  dismiss.addEventListener('click', () => {
    box.hidden = true;
    list.replaceChildren();
  });
  return function show(text) {
    const shown = [...list.children];
    if (shown.length >= MOST_MESSAGES || shown.some((item) => item.textContent === text)) return;
    const item = document.createElement('li');
    item.textContent = text;
    list.append(item);
    box.hidden = false;
  };
}
