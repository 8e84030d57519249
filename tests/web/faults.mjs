// Proves that the tests can fail: puts faults into the page, one at a time, and checks that the tests named with each do fail.
//
//   node tests/web/faults.mjs [ENGINE] [PART OF A FAULT'S NAME]
//
// A fault is a piece of JavaScript that runs before the page's own and spoils one thing. Engine: chromium where none is named.

process.env.NEEDLING_TEST_PATIENCE_MS ??= '8000';  // before anything that reads it
const { tests } = await import('./cases/index.mjs');
const { kEngines } = await import('./browsers.mjs');
const { deployed } = await import('./drive/nginx.mjs');
const { sessionFor, startSiteWithFixtures } = await import('./drive/session.mjs');

/** Text of a script that replaces members of window.explorer: `members` is source text of a function (real) => ({ name: replacement }). */
const explorerWith = (members) => `
  let real, proxy;
  const replace = ${members};
  Object.defineProperty(window, 'explorer', {
    configurable: true,
    get: () => proxy,
    set(value) {
      real = value;
      const replaced = replace(real);
      proxy = new Proxy(real, {
        get(target, name) {
          if (Object.hasOwn(replaced, name)) return replaced[name];
          const member = Reflect.get(target, name, target);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
    },
  });`;

/** Text of a script that keeps listeners of one event type from being added to one kind of target. */
const deafTo = (type) => `
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, ...rest) { if (name !== '${type}') add.call(this, name, ...rest); };`;

/** Text of a script that runs once the page is loaded; `onExplorer` spares a page around it. */
const onLoad = (code) => `addEventListener('load', () => { ${code} });`;

/** Text of a script that runs whenever the document changes. */
const always = (code) => `new MutationObserver(() => { ${code} }).observe(document, { childList: true, subtree: true, characterData: true });`;

/** Text of a script that changes what a uniform is set to: `change` is source text of a function that gets the setter's arguments after the place. */
const uniformWith = (setter, change) => `
  const set = WebGL2RenderingContext.prototype.${setter};
  const change = ${change};
  WebGL2RenderingContext.prototype.${setter} = function (location, ...rest) {
    const numbers = rest.map((value) => (ArrayBuffer.isView(value) ? Array.from(value) : value));
    change(numbers);
    return set.call(this, location, ...numbers);
  };`;

/** Text of a script that replaces words of the shaders. */
const shadersWith = (from, to) => `
  const source = WebGL2RenderingContext.prototype.shaderSource;
  WebGL2RenderingContext.prototype.shaderSource = function (shader, text) { return source.call(this, shader, text.replaceAll(${JSON.stringify(from)}, ${JSON.stringify(to)})); };`;

/** Text of a script that spoils the form of the configure page again and again. */
const onForm = (code) => onLoad(`if (document.getElementById('configure')) setInterval(() => { ${code} }, 20);`);

const onExplorer = (code) => onLoad(`if (document.getElementById('canvas')) { ${code} }`);

/** Text of a script that spoils a page of text once it is there. */
const onTextPage = (code) => onLoad(`if (document.querySelector('.finder')) { ${code} }`);

/** Text of a script that hides one key of the address from the page. */
const withoutKey = (key) => `
  const get = URLSearchParams.prototype.get;
  URLSearchParams.prototype.get = function (name) { return name === '${key}' ? null : get.call(this, name); };`;

/** [name, script (a function changes the files of web/deploy instead), parts of the names of the tests that must fail, engines (all where not said)]. */
const kFaults = [
  ['a page of text that is too wide', onTextPage("document.querySelector('h1').style.width = '900px';"), ['sources: nothing scrolls sideways']],
  ['a search that hears nothing', deafTo('input'), ['sources: search']],
  ['anchors without the focus', 'HTMLElement.prototype.focus = () => {};', ['sources: an anchor', 'host: it is told when the focus']],
  ['ids that are not read', withoutKey('ids'), ['sources: ids']],
  ['links to other sites stay', withoutKey('links'), ['sources: links=off']],
  ['a page of text in English alone', withoutKey('locale'), ['sources: locale=es']],
  ['a button without a name on a page of text', onTextPage("document.querySelector('main').append(document.createElement('button'));"), ['sources: axe']],
  ['the language cannot be changed', explorerWith("(real) => ({ set: (id, value) => (id === 'locale' ? { ok: true, value, message: '' } : real.set(id, value)) })"), ['language: locale=es']],
  ['a console error', onLoad("console.error('fault')"), ['load: explorer.ready', 'idle: nothing is drawn while nothing changes', 'api: describe']],
  ['an uncaught error', onLoad("setTimeout(() => { throw new Error('fault'); }, 300)"), ['load: explorer.ready']],
  ['an unhandled rejection', onLoad("Promise.reject(new Error('fault'))"), ['load: explorer.ready']],
  ['a missing file', onLoad("new Image().src = '/missing.png'"), ['load: explorer.ready']],
  ['never ready', explorerWith('(real) => ({ ready: new Promise(() => {}) })'), ['load: explorer.ready', 'api: describe']],
  ['no version', explorerWith("(real) => ({ version: '' })"), ['load: explorer.ready']],
  ['nothing is drawn', "for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) WebGL2RenderingContext.prototype[name] = () => {};",
    ['load: the canvas is not blank', 'picture: it changes clearly', 'picture: days 0, 90', 'crisp: a canvas pixel', 'embed: it works', 'package: the single file']],
  ['a picture that stands still', `
    addEventListener('load', () => setTimeout(() => { window.frozen = true; }, 400));
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear']) {
      const original = WebGL2RenderingContext.prototype[name];
      WebGL2RenderingContext.prototype[name] = function (...rest) { if (!window.frozen) original.apply(this, rest); };
    }`, ['picture: it changes clearly', 'picture: days 0, 90']],
  ['another default', explorerWith("(real) => ({ get: (id) => (id === 'site' ? 'chin' : real.get(id)) })"), ['load: the first picture']],
  ['seek does nothing', explorerWith('(real) => ({ seek() {} })'), ['picture: days 0, 90']],
  ['play does nothing', explorerWith('(real) => ({ play() {} })'), ['motion: play advances', 'motion: play works as soon', 'motion: play ends', 'idle: nothing is drawn while the page is hidden']],
  ['pause does nothing', explorerWith('(real) => ({ pause() {} })'), ['motion: play advances']],
  ['it always draws', onLoad("setInterval(() => window.explorer.seek(window.explorer.day), 100)"), ['idle: nothing is drawn while nothing changes', 'load: nothing moves']],
  ['it plays by itself', onLoad("window.explorer.ready.then(() => setTimeout(() => window.explorer.play(), 500))"), ['load: nothing moves', 'idle: nothing is drawn while nothing changes']],
  ['it draws while it is hidden', explorerWith("(real) => ({ stats: () => { const s = real.stats(); return { ...s, frames_drawn: s.frames_drawn + (document.hidden ? Math.round(performance.now() / 16) : 0) }; } })"),
    ['idle: nothing is drawn while the page is hidden']],
  ['time goes on while it is hidden', onLoad("setInterval(() => { if (document.hidden) window.explorer.seek(window.explorer.day + 1); }, 100)"), ['idle: nothing is drawn while the page is hidden']],
  ['time leaps when it is shown again', onLoad("document.addEventListener('visibilitychange', () => { if (!document.hidden) window.explorer.seek(window.explorer.day + 400); })"), ['idle: nothing is drawn while the page is hidden']],
  ['it does not notice that it is scrolled away', 'window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };',
    ['idle: nothing is drawn while the frame', 'element: reveal=auto'], ['chromium', 'firefox']],  // WebKit itself gives a frame out of sight no frames
  ['it does not notice a lost context', deafTo('webglcontextlost'), ['picture: a lost context']],
  ['it does not restore a lost context', deafTo('webglcontextrestored'), ['picture: a lost context']],
  ['no fallback', onLoad("document.getElementById('stage')?.style.setProperty('display', 'none', 'important')"), ['fallback: a browser without', 'fallback: the same']],
  ['a fallback without numbers', always("document.querySelectorAll('#access table').forEach((table) => table.remove())"), ['fallback: a browser without', 'text: ui=text has']],
  ['an inline style', onLoad("const style = document.createElement('style'); style.textContent = 'p{}'; document.head.append(style)"), ['policy:']],
  ['an evaluated text', onLoad("try { new Function('return 1')(); } catch {}"), ['policy:']],
  ['it asks the network', onLoad("setInterval(() => fetch('/index.html'), 700)"), ['network:']],
  ['it takes the focus', onLoad("window.explorer.ready.then(() => { const c = document.getElementById('canvas'); c.tabIndex = 0; c.focus(); })"), ['load: nothing has the focus']],
  ['it writes to the address at load', onLoad("history.replaceState(null, '', '#s=v1.x')"), ['load: nothing has the focus']],
  ['the sentence is gone', always("[...document.body?.querySelectorAll('*') ?? []].filter((e) => e.children.length === 0 && /education/.test(e.textContent)).forEach((e) => e.remove())"),
    ['load: the sentence']],
  ['the sentence is hidden', onLoad("[...document.body.querySelectorAll('*')].filter((e) => e.children.length === 0 && /education/.test(e.textContent)).forEach((e) => { e.style.display = 'none'; })"), ['load: the sentence']],
  ['Tab is a trap', onExplorer("addEventListener('keydown', (e) => { if (e.key === 'Tab') e.preventDefault(); }, true)"), ['keyboard: Tab leaves', 'keyboard: Tab goes', "keyboard: the browser's own keys"]],
  ['F5 is taken', onLoad("addEventListener('keydown', (e) => { if (e.key === 'F5') e.preventDefault(); }, true)"), ["keyboard: the browser's own keys"]],
  ['Ctrl keys are taken', onLoad("addEventListener('keydown', (e) => { if (e.ctrlKey) e.preventDefault(); }, true)"), ["keyboard: the browser's own keys"]],
  ['keys of the whole window are taken', onLoad("addEventListener('keydown', (e) => { if (['Backspace', 'ArrowLeft', ' '].includes(e.key)) e.preventDefault(); })"), ['keyboard: what is typed']],
  ['the wheel is taken', onExplorer("addEventListener('wheel', (e) => e.preventDefault(), { capture: true, passive: false })"), ['wheel: over the canvas', 'wheel: over an embedded']],
  ['Ctrl+wheel is taken', onLoad("addEventListener('wheel', (e) => { if (e.ctrlKey) e.preventDefault(); }, { capture: true, passive: false })"), ['wheel: over the canvas']],
  ['the wheel is never used', "document.addEventListener('wheel', (e) => e.stopPropagation(), true);", ['wheel: over the canvas', 'wheel: where the page']],
  ['the picture scrolls away on a phone', onLoad("document.getElementById('view')?.style.setProperty('position', 'absolute', 'important')"), ['phone: the picture stays']],
  ['no finger moves', deafTo('pointermove'), ['touch: a finger on a panel']],
  ['the wheel is taken and not used', onLoad("document.addEventListener('wheel', (e) => { e.stopPropagation(); if (document.activeElement !== document.body && !e.ctrlKey) e.preventDefault(); }, { capture: true, passive: false })"), ['wheel: over the canvas']],
  ['a finger cannot scroll', onLoad("document.getElementById('canvas').style.touchAction = 'none'"), ['touch:']],
  ['zooming is forbidden', onLoad("document.querySelector('meta[name=viewport]').content += ', user-scalable=no'"), ['touch:']],
  ['half the pixels', `const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
    Object.defineProperty(HTMLCanvasElement.prototype, 'width', { ...width, set(value) { width.set.call(this, value * 0.5); } });`, ['crisp: a canvas pixel', 'crisp: also after']],
  ['it does not notice its own size', 'window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };', ['crisp: also after']],
  ['too wide', onLoad("const wide = document.createElement('div'); wide.style.cssText = 'width: 400px; height: 1px'; document.body.append(wide)"), ['layout: no scrolling sideways']],
  ['the query is not read', "history.replaceState(null, '', location.pathname + location.hash);", ['address: parameters', 'address: a bad value', 'address: good values', 'address: the message', 'host: what is locked']],
  ['the fragment is not read', "if (location.hash) history.replaceState(null, '', location.pathname + location.search);", ['address: the fragment', 'address: a broken fragment']],
  ['no message', onLoad("document.getElementById('message').style.setProperty('display', 'none', 'important')"), ['address: a bad value', 'address: a broken fragment', 'address: the message']],
  ['a message with markup', always("const m = document.getElementById('message'); if (/</.test(m?.textContent ?? '')) m.innerHTML = m.textContent"), ['address: a bad value']],
  ['a message that says nothing', always("const m = document.querySelector('#message ul, #message span'); if (m?.textContent && m.textContent !== 'Something is wrong.') m.textContent = 'Something is wrong.'"), ['address: a bad value']],
  ['a message that stays', onLoad("document.getElementById('message').addEventListener('click', (e) => e.stopImmediatePropagation(), true)"), ['address: the message']],
  ['unknown keys give a message', onLoad("if (/utm_source/.test(location.search)) { const m = document.getElementById('message'); m.hidden = false; m.style.display = 'block'; m.textContent = 'utm_source' }"), ['address: good values']],
  ['the address is never written', 'history.replaceState = () => {};', ['address: the fragment']],
  ['the address is written all the time', onLoad("setInterval(() => history.replaceState(null, '', location.href), 50)"), ['address: it is written']],
  ['entries in the history', 'history.replaceState = function (...args) { history.pushState(...args); };', ['address: the fragment']],
  ['set accepts everything', explorerWith("(real) => ({ set: (id, value) => { const r = real.set(id, value); return { ...r, ok: true }; } })"), ['api: hostile values for set()', 'api: set() answers']],
  ['set throws', explorerWith("(real) => ({ set: (id, value) => { if (value === null) throw new TypeError('null'); return real.set(id, value); } })"), ['api: hostile values for set()']],
  ['set changes something and refuses', explorerWith("(real) => ({ set: (id, value) => { const r = real.set(id, value); if (!r.ok) real.set('age', 77); return r; } })"), ['api: hostile values for set()']],
  ['get knows what Object knows', explorerWith("(real) => ({ get: (id) => real.get(id) ?? (typeof id === 'string' ? ({})[id] : undefined) })"), ['api: hostile values for set()']],
  ['seek takes anything', explorerWith("(real) => { let day; return { seek(d) { day = d; real.seek(d); }, get day() { return day ?? real.day; } }; }"), ['api: hostile values for every other']],
  ['a trap of the program', explorerWith("(real) => ({ series: (name) => { if (typeof name !== 'string') throw new WebAssembly.RuntimeError('unreachable'); return real.series(name); } })"), ['api: hostile values for every other']],
  ['setState accepts everything', explorerWith("(real) => ({ setState: (json) => ({ ...real.setState(json), ok: true }) })"), ['api: setState()']],
  ['setState throws', explorerWith("(real) => ({ setState: (json) => { JSON.parse(json); return real.setState(json); } })"), ['api: setState()']],
  ['setState takes half of it', explorerWith("(real) => ({ setState: (json) => { const r = real.setState(json); if (!r.ok) real.set('age', 70); return r; } })"), ['api: setState()']],
  ['setState does nothing', explorerWith("(real) => ({ setState: (json) => { const before = real.state(); const r = real.setState(json); real.setState(before); return r; } })"), ['api: setState()']],
  ['no events', explorerWith("(real) => ({ on: () => () => {} })"), ['api: set() answers', 'picture: a lost context', 'motion: play advances']],
  ['off does not work', explorerWith("(real) => ({ on: (type, fn) => { real.on(type, fn); return () => {}; } })"), ['api: set() answers']],
  ['a parameter is missing', explorerWith("(real) => ({ parameters: () => real.parameters().filter(({ id }) => id !== 'topical') })"), ['api: parameters()']],
  ['results without a key', explorerWith("(real) => ({ results: (day) => { const r = real.results(day); delete r.tissue.elastin; return r; } })"), ['api: results()']],
  ['results outside their band', explorerWith("(real) => ({ results: (day) => { const r = real.results(day); r.bands.collagen_total = { low: 3, high: 4 }; return r; } })"), ['api: results()']],
  ['results always of one day', explorerWith("(real) => ({ results: () => { const r = real.results(90); if (real.day === 90) r.phase += '.'; return { ...r, extra: Math.random() }; } })"), ['api: results()']],
  ['a series outside its band', explorerWith("(real) => ({ series: (name) => { const s = real.series(name); const low = Array.from(s.low); low[100] = 9; return { ...s, low }; } })"), ['api: series()']],
  ['a series that is too short', explorerWith("(real) => ({ series: (name) => { const s = real.series(name); return { ...s, days: Array.from(s.days).slice(0, 700) }; } })"), ['api: series()']],
  ['depths that are off', explorerWith("(real) => ({ depthTable: (list) => real.depthTable(list).map((row) => ({ ...row, reach_mm: row.reach_mm * 1.05 })) })"), ['api: depthTable()', 'fallback: a browser without']],
  ['a description that never changes', explorerWith("(real) => ({ describe: () => 'A needle of 1.5 mm goes into the cheek.' })"), ['api: describe()']],
  ['the poster loads the program', onLoad("if (document.getElementById('place')) fetch('/explorer.wasm')"), ['element: nothing of the explorer']],
  ['attributes that nobody watches', 'window.MutationObserver = class { observe() {} disconnect() {} };', ['element: attributes']],
  ['an attribute that does not follow', "const set = Element.prototype.setAttribute; Element.prototype.setAttribute = function (name, value) { if (name !== 'needle-length') set.call(this, name, value); };", ['element: moved']],
  ['what is taken out stays', 'Element.prototype.remove = function () { this.hidden = true; };', ['element: four', 'element: one that is taken out']],
  ['a page that grows with its frame', onExplorer("setInterval(() => { document.getElementById('stage').style.minHeight = `${innerHeight + 40}px`; }, 100)"), ['element: it is as high', 'host: the height']],
  ['a host\'s colours are not seen', "CSSStyleDeclaration.prototype.getPropertyValue = () => '';", ['element: a host']],
  ['a start button without a name', "setInterval(() => document.querySelector('microneedling-explorer')?.shadowRoot?.querySelector('.start')?.replaceChildren(), 50);", ['element: axe']],
  ['snippets that do not escape', "const replace = String.prototype.replace; String.prototype.replace = function (pattern, ...rest) { return String(pattern) === '/[&<>\"]/g' ? String(this) : replace.call(this, pattern, ...rest); };",
    ['configure: chosen by hand', 'configure: the frame']],
  ['an answer of another version', onForm("const field = document.getElementById('text-oembed'); field.value = field.value.replace('\"1.0\"', '\"2.0\"');"), ['configure: the answer']],
  ['a snippet tells the usual too', onForm("const field = document.getElementById('text-element'); field.value = field.value.replace('<microneedling-explorer', '<microneedling-explorer mode=\"patient\"');"), ['configure: only what differs']],
  ['the address forgets', "history.replaceState = () => {};", ['configure: the address']],
  ['a choice that the program does not know', onForm("document.getElementById('site').add(new Option('Nose', 'nose'));"), ['configure: every choice']],
  ['no element in the preview', "if (location.pathname.endsWith('preview.html')) customElements.define = () => {};", ['configure: the preview']],
  ['nothing says that it was copied', onForm("document.getElementById('copied').replaceChildren();"), ['configure: copied']],
  ['colours that are all the same', "const real = getComputedStyle; window.getComputedStyle = (element, ...rest) => (element.hidden ? { color: 'rgb(0, 0, 0)' } : real(element, ...rest));", ['configure: colours']],
  ['a preview over what is to be copied', onForm("document.getElementById('preview-box').style.marginBottom = '-900px';"), ['configure: the preview stays']],
  ['the form is stored', onForm("localStorage.setItem('form', location.hash);"), ['configure: it asks nobody']],
  ['a field without a name on the configure page', onForm("document.getElementById('label-preset')?.remove();"), ['configure: axe']],
  ['messages are not heard', deafTo('message'), ['host: each message', 'package: the element', 'course: scorm12', 'xapi: the host']],
  ['foreign messages are obeyed', "addEventListener('message', ({ data }) => { if (data?.payload?.age) window.explorer?.set?.('age', data.payload.age); });", ['host: hostile']],
  ['a long fragment stops it', 'if (location.hash.length > 1e5) delete window.WebAssembly;', ['host: a fragment']],
  ['types without a key', "const load = window.fetch; window.fetch = async (...rest) => (rest[0] === 'embed.d.ts' ? new Response('export type Key = never;') : load(...rest));", ['types:']],
  ['it needs storage', onLoad('localStorage.length'), ['embed: it works']],
  ['frames share a state', "if (top !== self) { try { top.shared ??= self; const own = self; addEventListener('load', () => setInterval(() => { if (top.shared !== own && top.shared.explorer) own.explorer.set('needleLength', top.shared.explorer.get('needleLength')); }, 50)); } catch {} }", ['embed: two frames']],
  ['a shader with a slip of the pen', shadersWith('uniform vec3 u_type_1_edge;', 'uniform vec3 u_type_1_edge'), ['shaders: every program']],
  ['broken shaders are not counted', explorerWith("(real) => ({ stats: () => ({ ...real.stats(), gl_programs_failed: 0 }) })"), ['shaders: one that does not']],
  ['it counts programs that died', explorerWith("(real) => { let lost = 0; real.on('contextlost', () => { lost = real.stats().gl_programs; }); return { stats: () => { const s = real.stats(); return { ...s, gl_programs: s.gl_programs + lost }; } }; }"), ['shaders: they are made anew']],
  ['a picture that is 2 % too deep', uniformWith('uniformMatrix4fv', '(numbers) => { const [, matrix] = numbers; if (Array.isArray(matrix)) matrix[numbers.length > 2 && numbers[2] ? numbers[2] + 5 : 5] *= 1.02; }'),
    ['depths: surface and epidermis', 'depths: papillary dermis and fat', 'depths: the marks of the reach', 'depths: the marks of the strip', 'baseline: day 0']],
  ['a ruler that is 2 % too long', explorerWith("(real) => ({ stats: () => { const s = real.stats(); return { ...s, window: { ...s.window, mm_per_px: s.window.mm_per_px * 1.02 } }; } })"), ['depths: the ruler']],
  ['needles that press a wider bowl', shadersWith('-1.5)', '-1.3)'), ['depths: needles press']],
  ['a picture that is a little paler', onExplorer("document.getElementById('canvas').style.filter = 'saturate(0.9)'"), ['baseline: day 0', 'baseline: day 3 ', 'baseline: day 30', 'baseline: day 180', 'baseline: close-up', 'baseline: skin tone 6', 'baseline: roller', 'baseline: polarised', 'baseline: surface', 'baseline: strip', 'baseline: high contrast', 'baseline: projector']],
  ['a picture without a text', onLoad("const image = document.createElement('img'); image.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'; document.body.append(image)"), ['access:']],
  ['the browser keeps nothing', "navigator.serviceWorker.register = () => Promise.reject(new Error('no'));",
    ['offline: after one visit', 'offline: a newer build waits', 'offline: a newer build that', 'offline: the worker that', 'hosting: the page runs on nginx', 'hosting: it works where', 'privacy: after the load', 'network:']],
  ['the browser keeps something else too', onExplorer("caches.open('visitor').then((cache) => cache.put('/entries', new Response('age 35')))"), ['offline: the files of this build', 'privacy: after the load']],
  ['what was kept stays kept', 'ServiceWorkerRegistration.prototype.unregister = async () => true;', ["offline: taking the worker's file"]],
  ['a page in a frame is kept', "if (parent !== window) navigator.serviceWorker.register('/service_worker.js');", ['offline: nothing is kept']],
  ['no manifest', onExplorer("document.querySelector('link[rel=manifest]').remove()"), ['offline: the manifest']],
  ['it stores settings', onExplorer("localStorage.setItem('age', '35')"), ['privacy: after the load', 'privacy: the same holds']],
  ['it sets a cookie', onExplorer("document.cookie = 'visitor=1'"), ['privacy: after the load']],
  ['no way to the page of privacy', onLoad("document.querySelectorAll('a[href*=privacy]').forEach((link) => link.remove())"), ['privacy: its page is reached']],
  ['a button without a name on the page of privacy', onLoad("if (document.querySelector('.points')) document.querySelector('main').append(document.createElement('button'));"), ['privacy: axe']],
  ['a host with the wrong type', (text) => text.replace('application/wasm', 'application/octet-stream'), ['hosting: nginx sends']],
  ['a host that says gzip is brotli', (text) => text.replace('"~\\.gz$" gzip', '"~\\.gz$" br'), ['hosting: nginx sends']],
  ['a host without tags', (text) => text.replace('etag on', 'etag off'), ['hosting: nginx tells']],
  ['a host with another policy', (text) => text.replace("; worker-src 'self'", ''), ['hosting: the policies']],
  ['controls beside their twins', onExplorer("setInterval(() => document.querySelectorAll('#access .field').forEach((field) => { field.style.marginLeft = '9px'; }), 50)"), ['twins: device to']],
  ['controls that do not set the model', deafTo('input').replace("'input'", "'input' && name !== 'change'"), ['twins: device to', 'text: ui=text has', 'keyboard: arrows']],
  ['a list that stands still', `const value = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value');
    Object.defineProperty(HTMLSelectElement.prototype, 'value', { ...value, set(now) { if (this.selectedIndex <= 0) value.set.call(this, now); } });`, ['twins: device to']],
  ['Escape does not leave', deafTo('keydown'), ['keyboard: Tab goes through']],
  ['what has the focus stays where it is', 'HTMLElement.prototype.scrollIntoView = () => {}; Element.prototype.scrollIntoView = () => {};', ['keyboard: on a phone']],
  ['no ring', onExplorer("const sheet = new CSSStyleSheet(); sheet.replaceSync('#access * { outline: none !important; }'); document.adoptedStyleSheets = [sheet];"), ['keyboard: Tab goes through']],
  ['buttons that do nothing', onExplorer("document.getElementById('access').addEventListener('click', (e) => { if (e.target.localName === 'button') e.stopImmediatePropagation(); }, true)"), ['twins: every button', 'keyboard: arrows']],
  ['a value without words', always("document.querySelectorAll('#access [aria-valuetext]').forEach((control) => control.removeAttribute('aria-valuetext'))"), ['twins: value texts', 'reader:']],
  ['every change tells the day', onExplorer("const line = document.getElementById('outcome'); new MutationObserver(() => { if (!/Day 0/.test(line.textContent)) line.append(' Day 0'); }).observe(line, { childList: true })"), ['live:']],
  ['a table that is never made', onExplorer("document.getElementById('access').addEventListener('toggle', (e) => e.stopImmediatePropagation(), true)"), ['text: the numbers']],
  ['a canvas that does not come back', deafTo('change'), ['text: from text']],
  ['a manifest that lists a file too few', `const parse = DOMParser.prototype.parseFromString;
    DOMParser.prototype.parseFromString = function (text, type) { return parse.call(this, text.replace(/<file [^>]*>/, ''), type); };`, ['course: the manifest of scorm12', 'course: the manifest of scorm2004']],
  ['a course that does not read what was kept', "const parse = JSON.parse; JSON.parse = (...rest) => (document.getElementById('note') ? {} : parse(...rest));", ['course: scorm12', 'course: scorm2004']],
  ['a course that does not hear that it is left', deafTo('pagehide'), ['course: scorm2004']],
  ['a text that is cut', 'const write = JSON.stringify; JSON.stringify = (...rest) => write(...rest)?.slice(0, 4000);', ['course: of what is too long']],
  ['a course in English alone', "const has = Object.hasOwn; Object.hasOwn = (table, key) => key !== 'es' && has(table, key);", ['course: it speaks']],
  ['a course that does not say what it keeps', always("document.getElementById('note')?.replaceChildren()"), ['course: without']],
  ['a frame that others embed without its title', always("document.querySelectorAll('iframe').forEach((frame) => frame.removeAttribute('title'))"), ['oembed:']],
  ['an actor in a statement', "addEventListener('message', ({ data }) => { if (data?.type === 'xapi') data.payload.statement.actor = { name: 'somebody' }; });", ['xapi: the host']],
  ['an earlier visit is told again', onExplorer("window.explorer.ready.then(() => { const set = window.explorer.setProgress; window.explorer.setProgress = (text) => { const answer = set(text); parent.postMessage({ ns: 'microneedling', v: 1, type: 'xapi', payload: { statement: { verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: 'course' } } } }, '*'); return answer; }; })"), ['xapi: an earlier']],
  ['text that is too wide', onExplorer("document.querySelector('#access h1').style.width = '700px'"), ['text: nothing scrolls']],
];

const words = process.argv.slice(2);
const engine = kEngines.includes(words[0]) ? words.shift() : 'chromium';
const part = words.join(' ');
const site = await startSiteWithFixtures();
const session = sessionFor(engine, site);
let passed = 0;
let failed = 0;
const never_failed = new Set(tests.filter(({ engines }) => !engines || engines.includes(engine)).map(({ name }) => name));
for (const [name, script, names, engines = kEngines] of kFaults) {
  if (!engines.includes(engine)) continue;
  if (part && !name.includes(part)) continue;
  for (const wanted of names) {
    const test = tests.find((candidate) => candidate.name.startsWith(wanted));
    if (!test) throw new Error(`no test is called "${wanted}…"`);
    if (test.engines && !test.engines.includes(engine)) continue;
    deployed.change = typeof script === 'function' ? script : (text) => text;
    const reason = await session.run(test, { fault: typeof script === 'function' ? '' : `try { ${script} } catch (error) { window.faultError = error; }` });
    console.log(reason ? `ok ${name} is found by ${test.name}: ${reason.slice(0, 160)}` : `FAIL ${name} is not found by ${test.name}`);
    if (reason) {
      passed += 1;
      never_failed.delete(test.name);
    } else failed += 1;
  }
}
if (!part) {
  for (const name of never_failed) {
    console.log(`FAIL no fault makes this test fail: ${name}`);
    failed += 1;
  }
}
await session.close();
await site.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
