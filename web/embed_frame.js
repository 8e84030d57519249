// The element's end of the line to its frame.
import { envelope, readEnvelope } from './envelope.js';

/**
 * @param {HTMLIFrameElement} frame
 * @param {(type: string, payload: any) => void} told of what the frame says unasked
 */
export function connectFrame(frame, told) {
  const waiting = new Map();
  let last_id = 0;
  const onMessage = (event) => {
    if (event.source !== frame.contentWindow || event.source === null) return;
    const message = readEnvelope(event.data);
    if (!message || Object.hasOwn(message, 'version')) return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (!asked) told(message.type, message.payload);
    else if (message.type === 'error') asked.reject(new Error(message.payload?.message));
    else asked.resolve(message.payload?.value);
  };
  addEventListener('message', onMessage);
  return {
    /** Asks for something; the promise of the answer. */
    ask: (type, payload) => new Promise((resolve, reject) => {
      last_id += 1;
      waiting.set(last_id, { resolve, reject });
      // The frame may have no origin of its own, and the settings of a picture are nobody's secret.
      frame.contentWindow.postMessage(envelope(type, payload, last_id), '*');
    }),
    close() {
      removeEventListener('message', onMessage);
      for (const { reject } of waiting.values()) reject(new Error('The explorer was taken out of the page.'));
      waiting.clear();
    },
  };
}
