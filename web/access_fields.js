// Real fields, headings and tables for the parts that the program lists (src/ui/access_tree.h). Each kind of part is made once
// and then only brought up to date, so that what has the focus stays.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Writes only what is new: a text that is written again is read again. */
function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
function mark(target, name, value) {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** Also as an attribute, which is what some readers of a page look at. */
function check(input, checked) {
  input.toggleAttribute('checked', checked);
  input.checked = checked;
}

const idOf = (id, part) => `access-${id.replace(/[^\w-]/g, '-')}-${part}`;

/** Why it matters and what to be warned of, under the field that it is about. */
function createNotes(node) {
  const about = element('p', { class: 'about', id: idOf(node.id, 'about') });
  const warnings = element('ul', { class: 'warnings', id: idOf(node.id, 'warnings') });
  return {
    elements: [about, warnings],
    update(control, { about: words = '', warnings: texts = [], off = false }) {
      // What the page around has fixed keeps the focus and says so; the program refuses it.
      mark(control, 'aria-disabled', off ? 'true' : null);
      write(about, words);
      about.hidden = words === '';
      if (texts.join('\n') !== [...warnings.children].map((item) => item.textContent).join('\n')) {
        warnings.replaceChildren(...texts.map((text) => element('li', {}, text)));
      }
      warnings.hidden = texts.length === 0;
      mark(control, 'aria-describedby', [about, warnings].filter((note) => !note.hidden).map((note) => note.id).join(' ') || null);
    },
  };
}

const labelled = (node, control) => element('label', { for: control.id }, node.label);

function createRange(node, use) {
  const input = element('input', { type: 'range', id: idOf(node.id, 'control') });
  const label = labelled(node, input);
  // For eyes only: an output element would be told once more.
  const words = element('span', { class: 'words', 'aria-hidden': 'true' });
  const notes = createNotes(node);
  input.addEventListener('input', () => use(node.id, input.value, false));
  input.addEventListener('change', () => use(node.id, input.value, true));
  return {
    root: element('div', { class: 'field' }, label, input, words, ...notes.elements),
    update(now) {
      write(label, now.label);
      // Before the value, which they clamp.
      for (const limit of ['min', 'max', 'step']) mark(input, limit, String(now[limit]));
      if (Number(input.value) !== now.value) input.value = now.value;
      mark(input, 'aria-valuetext', now.words);
      write(words, now.words);
      notes.update(input, now);
    },
  };
}

const options = (choices = []) => choices.map(([value, name]) => element('option', { value }, name));

function createSelect(node, use) {
  const select = element('select', { id: idOf(node.id, 'control') });
  const label = labelled(node, select);
  const notes = createNotes(node);
  let offered = '';
  select.addEventListener('change', () => use(node.id, select.value, true));
  return {
    root: element('div', { class: 'field' }, label, select, ...notes.elements),
    update(now) {
      write(label, now.label);
      const offers = JSON.stringify([now.choices, now.groups]);
      if (offers !== offered) {
        offered = offers;
        select.replaceChildren(...options(now.choices), ...(now.groups ?? []).map(([name, choices]) => element('optgroup', { label: name }, ...options(choices))));
      }
      if (select.value !== now.value) select.value = now.value;
      notes.update(select, now);
    },
  };
}

function createRadio(node, use) {
  const legend = element('legend');
  const root = element('fieldset', { class: 'field group' }, legend);
  const inputs = new Map();
  const add = (value) => {
    const input = element('input', { type: 'radio', name: idOf(node.id, 'control'), id: idOf(node.id, value), value });
    const name = element('span');
    input.addEventListener('change', () => use(node.id, value, true));
    const choice = element('label', { class: 'choice', 'data-place': `${node.id}:${value}` }, input, name);
    root.append(choice);
    inputs.set(value, { input, name, choice });
  };
  return {
    root,
    update(now) {
      write(legend, now.label);
      for (const [value, { choice }] of inputs) {
        if (now.choices.some(([other]) => other === value)) continue;
        choice.remove();
        inputs.delete(value);
      }
      for (const [value, words] of now.choices) {
        if (!inputs.has(value)) add(value);
        const { input, name } = inputs.get(value);
        write(name, words);
        check(input, value === now.value);
      }
    },
  };
}

function createSwitch(node, use) {
  const input = element('input', { type: 'checkbox', id: idOf(node.id, 'control') });
  const name = element('span');
  input.addEventListener('change', () => use(node.id, String(input.checked), true));
  return {
    root: element('div', { class: 'field group' }, element('label', { class: 'choice', 'data-place': node.id }, input, name)),
    update(now) {
      write(name, now.label);
      check(input, now.value);
    },
  };
}

function createButton(node, use) {
  const button = element('button', { type: 'button', id: idOf(node.id, 'control') });
  // One that cannot be used now keeps the focus, so it is not disabled but says so.
  button.addEventListener('click', () => { if (button.getAttribute('aria-disabled') !== 'true') use(node.id, '', true); });
  return {
    root: element('div', { class: 'field' }, button),
    update(now) {
      write(button, now.label);
      mark(button, 'aria-disabled', now.off ? 'true' : null);
      mark(button, 'aria-pressed', now.pressed === undefined ? null : String(now.pressed));
    },
  };
}

const createText = (tag) => () => {
  const root = element(tag);
  return { root, update: (now) => write(root, now.text) };
};

function createList() {
  const root = element('ul');
  return {
    root,
    update({ items }) {
      if (items.join('\n') === [...root.children].map((item) => item.textContent).join('\n')) return;
      root.replaceChildren(...items.map((item) => element('li', {}, item)));
    },
  };
}

const row = (cells, first) => element('tr', {}, ...cells.map((cell, i) => (i === 0 ? element('th', { scope: first }, cell) : element(first === 'col' ? 'th' : 'td', first === 'col' ? { scope: 'col' } : {}, cell))));

function createTable() {
  // Wider than a narrow page where its words are long: then it scrolls by itself, also by keyboard.
  const table = element('table');
  const root = element('div', { class: 'table' }, table);
  let told = '';
  return {
    root,
    update({ caption, head, rows }) {
      const all = JSON.stringify([caption, head, rows]);
      if (all === told) return;
      told = all;
      table.replaceChildren(element('caption', {}, caption), element('thead', {}, row(head, 'col')), element('tbody', {}, ...rows.map((cells) => row(cells, 'row'))));
    },
  };
}

/** What a drawn sheet tells. Over the canvas the program opens and closes both; as text there is no drawn one, and the page folds it. */
function createDetails(node, use, refresh) {
  const summary = element('summary', { id: idOf(node.id, 'control') });
  const root = element('details', { class: 'field' }, summary);
  const drawn = () => !root.closest('[data-words]');
  const made = new Map();
  summary.addEventListener('click', (event) => {
    if (!drawn()) return;
    event.preventDefault();
    use(node.id, String(!root.open), true);
  });
  root.addEventListener('toggle', refresh);
  return {
    root,
    update(now) {
      write(summary, now.label);
      if (drawn() && root.isConnected && root.open !== now.open) root.open = now.open;
      reconcile(root, summary, made, now.nodes, ({ type, id }) => `${type} ${id}`, (each) => createField(each, use, refresh));
    },
  };
}

const KINDS = {
  range: createRange, select: createSelect, radio: createRadio, switch: createSwitch, button: createButton,
  words: createText('p'), heading: createText('h3'), list: createList, table: createTable, details: createDetails,
};

/**
 * @param {{ id: string, type: string }} node a part as the program lists it
 * @param {(id: string, value: string, done: boolean) => void} use
 * @param {() => void} refresh asks for the list again
 * @returns {{ root: HTMLElement, update: (node: object) => void }}
 */
export function createField(node, use, refresh) {
  const field = KINDS[node.type](node, use, refresh);
  field.root.dataset.id = node.id;
  field.update(node);
  return field;
}

/** Brings the children of `parent` after `before` in line with a list, by key; what stays is not moved. */
export function reconcile(parent, before, made, list, keyOf, create) {
  const keys = new Set(list.map(keyOf));
  for (const [key, { root }] of made) {
    if (keys.has(key)) continue;
    root.remove();
    made.delete(key);
  }
  let last = before;
  for (const item of list) {
    const key = keyOf(item);
    const known = made.get(key);
    if (known) known.update(item);
    else made.set(key, create(item));
    const { root } = made.get(key);
    if (last.nextElementSibling !== root) last.after(root);
    last = root;
  }
}
