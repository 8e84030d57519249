// The poster's drawing: skin in section with three needles of different length. A sketch, so nothing in it can be measured.

const SVG = 'http://www.w3.org/2000/svg';

function shape(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const WIDTH = 800, HEIGHT = 500;
const SURFACE = 150;

/** A closed band from a wavy edge down to the bottom; `teeth` makes the edge one of ridges. */
function band(top, depth, length, fill, teeth = false) {
  let path = `M0 ${top}`;
  for (let x = 0; x < WIDTH; x += length) {
    const low = top + depth, middle = x + length / 2, end = x + length;
    path += teeth ? `C${x + length * 0.2} ${top} ${x + length * 0.25} ${low} ${middle} ${low}S${end - length * 0.2} ${top} ${end} ${top}`
      : `Q${middle} ${low} ${end} ${top}`;
  }
  return shape('path', { d: `${path}V${HEIGHT}H0Z`, fill });
}

function fibres() {
  const paths = [];
  for (let i = 0; i < 46; ++i) {
    const x = (i * 173) % WIDTH - 40, y = 258 + ((i * 61) % 132), bend = (i % 2 ? 1 : -1) * (6 + (i % 5) * 3), run = 70 + (i % 4) * 24;
    paths.push(`M${x} ${y}q${run / 4} ${-bend} ${run / 2} 0t${run / 2} 0`);
  }
  return shape('path', { d: paths.join(''), fill: 'none', stroke: '#f7e3d6', 'stroke-width': 5, 'stroke-linecap': 'round', opacity: 0.75 });
}

function fat() {
  const lobules = [];
  for (let i = 0; i < 15; ++i) lobules.push(shape('ellipse', { cx: 20 + i * 56, cy: 438 + (i % 3) * 22, rx: 40, ry: 27, fill: '#f6dfa0', stroke: '#e0bf74', 'stroke-width': 3 }));
  return lobules;
}

/** A needle from above to its tip, with the narrow hole that stays below it. */
const needle = (x, tip) => shape('g', {},
  shape('path', { d: `M${x - 7} ${SURFACE - 4}L${x} ${tip + 10}L${x + 7} ${SURFACE - 4}Z`, fill: '#a4433f', opacity: 0.45 }),
  shape('path', { d: `M${x - 5} 60H${x + 5}V${tip - 44}L${x} ${tip}L${x - 5} ${tip - 44}Z`, fill: 'url(#steel)', stroke: '#5d6b78', 'stroke-width': 1.2 }));

const stop = (offset, colour) => shape('stop', { offset, 'stop-color': colour });

export const drawing = () => shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'xMaxYMin slice', 'aria-hidden': 'true' },
  shape('defs', {},
    shape('linearGradient', { id: 'steel' }, stop(0, '#8d9aa6'), stop(0.4, '#f4f7fa'), stop(1, '#75838f')),
    shape('linearGradient', { id: 'air', x2: 0, y2: 1 }, stop(0, '#dbe7f0'), stop(1, '#f3f7fa'))),
  shape('rect', { width: WIDTH, height: HEIGHT, fill: 'url(#air)' }),
  band(SURFACE, -7, 100, '#e6c3a0'),
  band(SURFACE + 12, -6, 100, '#d79b86'),
  band(SURFACE + 34, 30, 50, '#edb9ab', true),
  band(SURFACE + 96, 8, 160, '#e6a596'),
  fibres(),
  band(400, 22, 200, '#f1d08a'),
  ...fat(),
  shape('rect', { x: 440, y: 26, width: 300, height: 40, rx: 10, fill: '#33475a' }),
  needle(490, 215), needle(590, 290), needle(690, 372));
