/** How the caches of one copy of the page are named; others on the same host are not ours. */
export const cachePrefix = (scope) => `microneedling-explorer ${scope} `;
