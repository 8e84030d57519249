// Without WebGL2: a plain message and the depth table as text. The interface answers all the same.

const LENGTHS = [0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0];

const band = (value, low, high) => `${value.toFixed(2)} mm (${low.toFixed(2)}–${high.toFixed(2)})`;

const LAYERS = {
  stratumCorneum: 'stratum corneum', viableEpidermis: 'viable epidermis', papillaryDermis: 'papillary dermis',
  reticularDermis: 'reticular dermis', fat: 'fat',
};

function row(cells, tag) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const element = document.createElement(tag);
    element.textContent = cell;
    line.append(element);
  }
  return line;
}

/** Fills and shows the section `#fallback`. */
export function showFallback(explorer, elements, reason) {
  elements.stage.hidden = true;
  elements.stage.style.display = 'none';
  elements.section.hidden = false;
  elements.reason.textContent = reason;
  const fill = () => {
    elements.table.replaceChildren(
      row(['Needle length', 'Reach while pressed in (range)', 'Hole left after withdrawal (range)', 'Deepest layer'], 'th'),
      ...explorer.depthTable(LENGTHS).map((depth) => row([
        `${depth.protrusion_mm} mm`,
        band(depth.reach_mm, depth.reach_low_mm, depth.reach_high_mm),
        band(depth.residual_mm, depth.residual_low_mm, depth.residual_high_mm),
        (LAYERS[depth.deepest_layer] ?? depth.deepest_layer) + (depth.extrapolated ? ', extrapolated' : ''),
      ], 'td')));
    elements.summary.textContent = explorer.describe();
  };
  fill();
  explorer.on('change', fill);
}
