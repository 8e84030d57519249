// The line to an LMS: looks for its object in the windows around, and calls it so that none of its faults stops the page.

// Far more windows than any LMS puts round a course; some have a window that is its own parent's child.
const MOST_WINDOWS = 32;

/** A window of another origin tells nothing, but what is around it may. */
function objectOf(place, name) {
  try {
    return place[name] ?? null;
  } catch {
    return null;
  }
}

function findUpwards(start, name) {
  let place = start;
  for (let i = 0; place && i < MOST_WINDOWS; ++i) {
    const found = objectOf(place, name);
    if (found) return found;
    if (place.parent === place) return null;
    place = place.parent;
  }
  return null;
}

/** Around this window, or around the one that opened it or the frames that it stands in. */
const findObject = (name) => [window, window.opener, window.top?.opener].reduce((found, start) => found ?? findUpwards(start, name), null);

/**
 * Begins the session; null where there is no LMS, or one that does not want to.
 * @param {import('./dialects.js').DIALECTS[keyof typeof import('./dialects.js').DIALECTS]} dialect
 */
export function connectLms({ object, functions }) {
  const lms = findObject(object);
  const call = (name, ...values) => {
    try {
      return String(lms[functions[name]](...values));
    } catch {
      return '';
    }
  };
  if (!lms || call('initialize', '') !== 'true') return null;
  const told = new Map();
  return {
    get: (key) => call('get', key),
    /** Whether it was taken; what was told before is not told again. */
    set: (key, value) => {
      if (told.get(key) === value) return true;
      const taken = call('set', key, value) === 'true';
      if (taken) told.set(key, value);
      return taken;
    },
    commit: () => call('commit', '') === 'true',
    finish: () => call('finish', ''),
  };
}
