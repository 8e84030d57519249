// What an LMS keeps between two visits: the progress and the settings of the picture, as one short text.

const VERSION = 1;

/** Never cut: where both are too long it is the progress alone, which is a quarter of what any LMS takes at most. */
export function packKept(progress, state, longest) {
  const both = JSON.stringify({ v: VERSION, progress, state });
  return both.length <= longest ? both : JSON.stringify({ v: VERSION, progress });
}

/** @returns {{ progress?: string, state?: object }} nothing of what was not written here; the explorer checks the rest */
export function readKept(text) {
  try {
    const { v, progress, state } = JSON.parse(text);
    return v === VERSION ? { progress, state } : {};
  } catch {
    return {};
  }
}
