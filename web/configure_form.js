// The form of the configure page as settings, { name: text }: only what differs from the usual, and nothing that cannot be. The same stands in the
// fragment of the page's address, so that it can be kept and handed on.

const controlsOf = (form) => [...form.elements].filter(({ name }) => name);

function usualOf(control) {
  if (control.type === 'checkbox') return '';
  return control.localName === 'select' ? control.options[0].value : control.defaultValue;
}

const valueOf = (control) => (control.type === 'checkbox' && !control.checked ? '' : control.value);

/** What was chosen; of boxes with the same name a list, "site,age". */
export function readForm(form) {
  const chosen = {};
  for (const control of controlsOf(form)) {
    const { name } = control, value = valueOf(control);
    if (value === '' || value === usualOf(control) || !control.validity.valid) continue;
    chosen[name] = Object.hasOwn(chosen, name) ? `${chosen[name]},${value}` : value;
  }
  return chosen;
}

function write(control, text) {
  if (control.type === 'checkbox') control.checked = (text ?? '').split(',').includes(control.value);
  else control.value = text ?? usualOf(control);
  if (control.localName === 'select' && control.selectedIndex < 0) control.value = usualOf(control);
}

/** Puts settings into the form, and the usual everywhere else; names that it does not have are left out. */
export function writeForm(form, settings) {
  for (const control of controlsOf(form)) write(control, Object.hasOwn(settings, control.name) ? settings[control.name] : undefined);
}

/** Marks fields whose value cannot be. */
export function markInvalid(form) {
  for (const control of controlsOf(form)) {
    if (control.validity.valid) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}

export const fromFragment = (hash) => Object.fromEntries(new URLSearchParams(hash.slice(1)));
export const toFragment = (settings) => `#${new URLSearchParams(settings)}`;
