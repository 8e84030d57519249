// The menu that saves the picture as a file.

// Named after what is in it.
const NAMES = { section: 'section', strip: 'lengths', surface: 'from-above' };
const pictureName = (explorer) => NAMES[explorer.get('picture')];
const FILES = {
  png: (explorer) => `microneedling-${pictureName(explorer)}.png`,
  stills: () => 'microneedling-days.png',
  svg: (explorer) => `microneedling-${pictureName(explorer)}.svg`,
  ics: () => 'microneedling-course.ics',
};

export function saveAs(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Saves one kind of export, or tells why it cannot. */
export async function saveExport(explorer, kind, tell) {
  try {
    saveAs(await explorer.export(kind), FILES[kind](explorer));
  } catch (error) {
    tell(String(error?.message ?? error));
  }
}

/**
 * @param {HTMLDetailsElement} menu its buttons name a kind of export in data-export
 * @param {{ export: (kind: string) => Promise<Blob>, get: (key: string) => unknown }} explorer
 * @param {(message: string) => void} tell
 * @param {() => void} openSheet for the kind "sheet", which is looked at first
 */
export function connectSaveMenu(menu, explorer, tell, openSheet) {
  menu.addEventListener('click', async (event) => {
    const kind = event.target.closest('button')?.dataset.export;
    if (!kind) return;
    menu.open = false;
    menu.querySelector('summary').focus();
    if (kind === 'sheet') openSheet();
    else await saveExport(explorer, kind, tell);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
