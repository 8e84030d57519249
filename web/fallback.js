// Without WebGL2: a plain message and the depth table as text. The interface answers all the same.
import { shownNumber, wordsOf } from './words.js';

const LENGTHS = [0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0];

function band(core, value, low, high) {
  const shown = (number) => shownNumber(core, number, 2);
  return `${shown(value)} mm (${shown(low)}–${shown(high)})`;
}

function row(cells, tag) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const element = document.createElement(tag);
    element.textContent = cell;
    line.append(element);
  }
  return line;
}

/** Fills and shows the section `#fallback`; `reason` is the id of the text that says why. */
export function showFallback(core, explorer, elements, reason) {
  const words = wordsOf(core);
  elements.stage.hidden = true;
  elements.stage.style.display = 'none';
  elements.section.hidden = false;
  const fill = () => {
    elements.reason.textContent = words(reason);
    elements.table.replaceChildren(
      row(['panel.protrusion', 'page.reach', 'page.residual', 'panel.deepest'].map((id) => words(id)), 'th'),
      ...explorer.depthTable(LENGTHS).map((depth) => row([
        `${shownNumber(core, depth.protrusion_mm)} mm`,
        band(core, depth.reach_mm, depth.reach_low_mm, depth.reach_high_mm),
        band(core, depth.residual_mm, depth.residual_low_mm, depth.residual_high_mm),
        words(`layer.${depth.deepest_layer}`) + (depth.extrapolated ? `, ${words('picture.extrapolated')}` : ''),
      ], 'td')));
    elements.summary.textContent = explorer.describe();
  };
  fill();
  explorer.on('change', fill);
}
