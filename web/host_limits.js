// What keeps a host's messages small and few.

const MOST_NODES = 5000;
const MOST_CHARACTERS = 100000;
const DEEPEST = 6;

/** Whether it is plain data, lists and objects of texts and numbers, and not too much of it. */
export function isModest(payload) {
  let nodes = 0;
  let characters = 0;
  const fits = (value, depth) => {
    if (++nodes > MOST_NODES || depth > DEEPEST) return false;
    if (typeof value === 'string') {
      characters += value.length;
      return characters <= MOST_CHARACTERS;
    }
    if (typeof value !== 'object' || value === null) return true;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Array.prototype && prototype !== Object.prototype) return false;
    return Object.entries(value).every(([key, item]) => fits(key, depth + 1) && fits(item, depth + 1));
  };
  return fits(payload, 0);
}

const HANDLED_AT_ONCE = 50;
const TICK_MS = 100;
export const MOST_WAITING = 500;

/**
 * Handles so many messages in a tick, lets some wait for the next, and gives what is beyond them to `drop`, so that no flood
 * holds the page. Nothing is handled before open().
 */
export function createQueue(handle, drop) {
  const waiting = [];
  let left = 0;
  let timer = 0;
  const drain = () => {
    timer = 0;
    left = HANDLED_AT_ONCE;
    while (left > 0 && waiting.length > 0) {
      left -= 1;
      handle(waiting.shift());
    }
    if (left < HANDLED_AT_ONCE) timer = setTimeout(drain, TICK_MS);
  };
  return {
    open: drain,
    push(message) {
      if (left > 0) {
        left -= 1;
        timer ||= setTimeout(drain, TICK_MS);
        handle(message);
      } else if (waiting.length < MOST_WAITING) waiting.push(message);
      else drop(message);
    },
  };
}
