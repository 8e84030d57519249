// In place of service_worker.js on the server it takes back what that one left in browsers, at the visitor's next visit, whatever
// the page itself does: nothing is kept any more, and every file comes from the server again.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`microneedling-explorer ${registration.scope} `)).map((name) => caches.delete(name)));
  await registration.unregister();
})()));
