// <microneedling-explorer>: the explorer in a page of somebody else's, in a frame of its own. Nothing of the program is loaded
// before it is started. Attributes are the explorer's keys and follow what a visitor changes; methods are those of
// window.explorer, as promises.
import { chosenColours } from './embed_colours.js';
import { connectFrame } from './embed_frame.js';
import { attributeOf, settingsOf } from './embed_keys.js';
import { STYLE, languageOf, makePoster, wordsIn } from './embed_poster.js';
import { ALLOW, HIGHEST_PX, SANDBOX, USUAL_TITLE } from './embed_rights.js';
import { METHODS } from './envelope.js';

const same = (attribute, value) => attribute === String(value) || (attribute !== '' && Number(attribute) === value);

/** Adds a sheet to the root, one that strict policies allow where the browser knows it; a function that sets its text. */
function addSheet(root) {
  if (root.adoptedStyleSheets && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (text) => sheet.replaceSync(text);
  }
  const style = document.createElement('style');
  root.append(style);
  return (text) => { style.textContent = text; };
}

/** Puts the element's style into its root; a function that sets a property of the element's own, which no host's style meets. */
function styleRoot(root) {
  addSheet(root)(STYLE);
  const write = addSheet(root);
  const own = new Map();
  return (name, value) => {
    own.set(name, value);
    // As a whole: WebKit does not notice a change of one rule.
    write(`:host { ${[...own].map(([each, text]) => `--_${each}: ${text};`).join(' ')} }`);
  };
}

function deferred() {
  const all = {};
  all.promise = new Promise((resolve) => { all.resolve = resolve; });
  return all;
}

class MicroneedlingExplorer extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #setOwn = styleRoot(this.#root);
  #poster = null;
  #frame = null;
  #line = null;
  #ready = deferred();
  #started = false;
  #entering = false;  // the visitor pressed start, so the focus goes along
  #state = null;      // what the explorer said last, once it is there
  #sent = {};         // the attributes' values that it knows
  #progress = '';
  #sight = new IntersectionObserver((entries) => this.#onSight(entries.at(-1).isIntersecting));
  #attributes = new MutationObserver(() => this.#onAttributes());

  /** Resolves with the element once the explorer in it answers. */
  get ready() { return this.#ready.promise; }

  connectedCallback() {
    this.#chooseColours();
    if (document.readyState !== 'complete') addEventListener('load', () => this.#chooseColours(), { once: true });
    this.#showPoster();
    this.#attributes.observe(this, { attributes: true });
    this.#sight.observe(this);
    // Elsewhere in the page a frame begins anew, and its settings stand in the attributes.
    if (this.#started || this.getAttribute('reveal') === 'load') this.start();
  }

  /** A move that keeps the frame as it is. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.#attributes.disconnect();
    this.#sight.disconnect();
    this.#line?.close();
    this.#frame?.remove();
    this.#poster.poster.remove();
    if (this.#state) this.#ready = deferred();
    this.#frame = this.#line = this.#state = null;
  }

  /** Loads the explorer, as pressing the button does; `ready`. */
  start() {
    if (this.#frame || !this.isConnected) return this.ready;
    this.#started = true;
    const words = wordsIn(languageOf(this));
    this.#poster.button.textContent = words('embed.loading');
    this.#poster.button.setAttribute('aria-disabled', 'true');
    this.#sent = settingsOf(this);
    this.#frame = this.#makeFrame();
    this.#root.append(this.#frame);
    this.#line = connectFrame(this.#frame, (type, payload) => this.#onMessage(type, payload));
    return this.ready;
  }

  #address() {
    const address = new URL('index.html', new URL(this.getAttribute('base') ?? '.', this.hasAttribute('base') ? document.baseURI : import.meta.url));
    const settings = { resize: 'auto', ...(languageOf(this) !== 'en' && { locale: languageOf(this) }), ...this.#sent };
    address.search = new URLSearchParams(settings).toString();
    return address.href;
  }

  #makeFrame() {
    const frame = document.createElement('iframe');
    frame.title = this.#title();
    frame.allow = ALLOW;
    frame.setAttribute('sandbox', this.getAttribute('sandbox') ?? SANDBOX);
    frame.src = this.#address();
    // From here on the page in it says itself that it loads.
    frame.addEventListener('load', () => {
      this.#entering = this.#root.activeElement === this.#poster.button;
      this.#poster.poster.hidden = true;
      if (this.#entering) frame.focus();
    }, { once: true });
    return frame;
  }

  #title() { return this.title || USUAL_TITLE; }

  #showPoster() {
    this.#poster = makePoster(this.#title(), wordsIn(languageOf(this)));
    this.#poster.button.addEventListener('click', () => this.start());
    this.#root.append(this.#poster.poster);
  }

  #chooseColours() {
    const probe = document.createElement('span');
    this.#root.append(probe);
    const colours = chosenColours(this, probe, (sentence) => console.warn(sentence));
    probe.remove();
    for (const [name, colour] of Object.entries(colours)) this.#setOwn(name, colour);
  }

  #onSight(seen) {
    if (seen && this.getAttribute('reveal') === 'auto') this.start();
    if (this.#state) this.#line.ask(seen ? 'resume' : 'pause').catch(() => {});
  }

  #onMessage(type, payload) {
    if (type === 'ready') this.#begin();
    else if (type === 'height') this.#fit(payload?.height);
    else if (type === 'change') this.#onChange(payload);
    else if (type === 'focusExit') this.#onFocusExit(payload);
    else if (['progress', 'xapi', 'error'].includes(type)) {
      if (type === 'progress') this.#progress = payload?.text;
      this.#dispatch(type, payload);
    }
  }

  async #begin() {
    try {
      this.#state = await this.#line.ask('init');
    } catch {
      // It was taken out of the page meanwhile.
      return;
    }
    for (const [key, value] of Object.entries(this.#sent)) {
      if (Object.hasOwn(this.#state, key) && !same(value, this.#state[key])) this.#reflect(key, this.#state[key]);
    }
    this.#onAttributes();
    if (this.#progress) this.#line.ask('call', { method: 'setProgress', args: [this.#progress] }).catch(() => {});
    if (this.#entering && this.#root.activeElement === this.#frame) this.#line.ask('focusEnter', { edge: 'start' }).catch(() => {});
    this.#ready.resolve(this);
    this.#dispatch('ready', {});
  }

  #dispatch(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  #fit(height) {
    if (height > 0) this.#setOwn('need', `${Math.min(height, HIGHEST_PX)}px`);
  }

  #onChange({ source, changed }) {
    if (!this.#state) return;
    for (const [key, value] of Object.entries(changed)) {
      this.#state[key] = value;
      this.#reflect(key, value);
    }
    this.#dispatch('change', { source, changed });
  }

  /** Writes a value into its attribute; what was written is known, so it is not sent back. */
  #reflect(key, value) {
    const name = attributeOf(key);
    if (value === null) {
      delete this.#sent[key];
      this.removeAttribute(name);
    } else if (!same(this.getAttribute(name) ?? '', value)) {
      this.#sent[key] = String(value);
      this.setAttribute(name, value);
    }
  }

  #isKey(key) { return Object.hasOwn(this.#state, key) || /^(preset|b|b\..+)$/.test(key); }

  async #onAttributes() {
    if (this.#frame) this.#frame.title = this.#title();
    if (!this.#state) return;
    const settings = settingsOf(this);
    const changed = Object.entries(settings).filter(([key, value]) => value !== this.#sent[key] && this.#isKey(key));
    this.#sent = settings;
    if (changed.length === 0) return;
    const answers = await this.#line.ask('set', Object.fromEntries(changed)).catch(() => []);
    for (const { key, ok, value, message } of answers.filter((each) => !each.ok)) {
      if (value !== null && value !== undefined) this.#reflect(key, value);
      this.#dispatch('error', { key, message, ok });
    }
  }

  /** Behind the picture, so that Tab goes on from there. */
  #onFocusExit({ key }) {
    if (key !== 'Escape' || this.#root.activeElement !== this.#frame) return;
    const after = this.#root.querySelector('.after') ?? document.createElement('span');
    after.className = 'after';
    after.tabIndex = -1;
    this.#root.append(after);
    after.focus({ preventScroll: true });
  }

  /** Asks the explorer as soon as it is ready. */
  async ask(method, ...values) {
    await this.ready;
    return this.#line.ask('call', { method, args: values });
  }
}

for (const method of METHODS) {
  MicroneedlingExplorer.prototype[method] = function callExplorer(...values) { return this.ask(method, ...values); };
}

if (!customElements.get('microneedling-explorer')) customElements.define('microneedling-explorer', MicroneedlingExplorer);
