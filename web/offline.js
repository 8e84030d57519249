// Leaves the program with the browser, so that the page opens without a network. Only a page of its own does so, never one in a frame.
import { cachePrefix } from './offline_cache.js';

const isOwnPage = () => window.parent === window && /^https?:$/.test(location.protocol);

/** Resolves once everything has loaded and there is nothing else to do. */
async function idle() {
  if (document.readyState !== 'complete') await new Promise((resolve) => { addEventListener('load', resolve, { once: true }); });
  await new Promise((resolve) => { (window.requestIdleCallback ?? setTimeout)(resolve); });
}

/** Whoever runs the page took the file away: nothing is there, or what the server sends for anything that is not there. */
async function isTakenAway(address) {
  const answer = await fetch(address, { cache: 'no-cache' });
  return [404, 410].includes(answer.status) || (answer.ok && !/javascript/.test(answer.headers.get('content-type')));
}

async function letGo(registration) {
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(cachePrefix(registration.scope))).map((name) => caches.delete(name)));
}

export async function keepForOffline() {
  try {
    if (!isOwnPage() || navigator.connection?.saveData) return;
    const address = new URL('service_worker.js', import.meta.url);
    await idle();
    const registration = await navigator.serviceWorker.getRegistration(address);
    const isOurs = registration?.active?.scriptURL === address.href;
    if (isOurs && await isTakenAway(address)) await letGo(registration);
    else await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
  } catch {
    // No network, or a browser or a host that keeps nothing: the page works as it is.
  }
}
