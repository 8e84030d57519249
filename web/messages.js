// Messages to the visitor: plain text, dismissible, never more than a handful.

const MOST_MESSAGES = 5;

export function createMessages(box, list, dismiss) {
  dismiss.addEventListener('click', () => {
    box.hidden = true;
    list.replaceChildren();
  });
  return function show(text) {
    if (list.children.length >= MOST_MESSAGES) return;
    const item = document.createElement('li');
    item.textContent = text;
    list.append(item);
    box.hidden = false;
  };
}
