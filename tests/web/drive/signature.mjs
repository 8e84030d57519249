// A picture in few numbers: the mean colours of a grid of cells.

const kColumns = 32;
const kRows = 18;

const hex = (values) => values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('');
const parts = (colour) => [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** The signature of a box of the picture: { columns, rows, cells }, `cells` one text a row, six digits a cell. */
export function signatureOf({ width, height, data }, box) {
  const bottom = Math.min(box.top + box.height, height);
  const cells = [];
  for (let row = 0; row < kRows; row += 1) {
    let text = '';
    for (let column = 0; column < kColumns; column += 1) {
      const [left, right] = [column, column + 1].map((i) => Math.round(box.left + (i * box.width) / kColumns));
      const [top, end] = [row, row + 1].map((i) => Math.round(box.top + (i * (bottom - box.top)) / kRows));
      const sum = [0, 0, 0];
      for (let y = top; y < end; y += 1) {
        for (let x = left; x < right; x += 1) for (let channel = 0; channel < 3; channel += 1) sum[channel] += data[(y * width + x) * 4 + channel];
      }
      text += hex(sum.map((value) => value / ((end - top) * (right - left))));
    }
    cells.push(text);
  }
  return { columns: kColumns, rows: kRows, cells };
}

/** Of every cell of two signatures: { column, row, was, is, off (largest difference of a channel), mean (of the channels) }. */
export function differences(a, b) {
  return a.cells.flatMap((text, row) => Array.from({ length: a.columns }, (_, column) => {
    const [was, is] = [text, b.cells[row]].map((line) => line.slice(6 * column, 6 * column + 6));
    const offs = parts(was).map((value, i) => Math.abs(value - parts(is)[i]));
    return { column, row, was, is, off: Math.max(...offs), mean: offs.reduce((sum, off) => sum + off, 0) / 3 };
  }));
}
