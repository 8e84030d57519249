// What the frame of the explorer may do in a page of somebody else's.

// With its own origin, as a frame without one loads modules only from servers that allow strangers, and in some WebKits
// nothing at all. A host that wants the stricter frame says sandbox="allow-scripts".
export const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
export const ALLOW = 'fullscreen; clipboard-write';
export const USUAL_TITLE = 'Microneedling Explorer';
// The page of ui=text on a narrow phone is the highest thing there is.
export const HIGHEST_PX = 20000;
