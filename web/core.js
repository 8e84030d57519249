// A thin, typed skin over the WebAssembly module: texts in, texts out.

/** @param {any} module the instance that explorer.mjs resolves to */
export function createCore(module) {
  const call = (name, args, read) => {
    const pointers = args.map((argument) => (typeof argument === 'string' ? copyIn(argument) : argument));
    try {
      return read(module['_' + name](...pointers));
    } finally {
      args.forEach((argument, i) => typeof argument === 'string' && module._free(pointers[i]));
    }
  };
  const copyIn = (string) => {
    // A NUL would end the text for the program, and a cut-off value must not pass for a good one.
    string = string.replaceAll('\0', '\uFFFD');
    const size = module.lengthBytesUTF8(string) + 1;
    const pointer = module._malloc(size);
    module.stringToUTF8(string, pointer, size);
    return pointer;
  };
  const text = (name, ...args) => call(name, args, (pointer) => module.UTF8ToString(pointer));
  const json = (name, ...args) => JSON.parse(text(name, ...args));
  return { text, json, number: (name, ...args) => call(name, args, (value) => value), module };
}

// The program refuses longer texts; one more character lets it tell that this one was.
const LONGEST_TEXT = 100000;

/**
 * A value as it would stand in a URL. Anything but text, number and boolean becomes a word that no key takes, so that
 * the model refuses it with its own sentence; a hostile toString() is never called.
 */
export function asText(value) {
  switch (typeof value) {
    case 'string': return value.slice(0, LONGEST_TEXT + 1);
    case 'number': return String(value);
    case 'boolean': return value ? 'yes' : 'no';
    default: return value === null ? 'null' : typeof value;
  }
}

const MOST_LENGTHS = 1000;

/** A list of lengths as text; entries that cannot be read become words, which are left out. */
export function asList(values) {
  if (typeof values === 'string') return asText(values);
  const parts = [];
  try {
    const count = Math.min(Number(values?.length) || 0, MOST_LENGTHS);
    for (let i = 0; i < count; ++i) parts.push(asText(values[i]).slice(0, 64));
  } catch {
    // A list that throws has no more entries.
  }
  return parts.join(',');
}
