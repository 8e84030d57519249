// Drawings in SVG as one PNG, in rows.

/** @param {string} svg a whole document with width and height in pixels */
async function imageOf(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {string[][]} drawings rows of them, side by side
 * @param {number} scale pixels for one of the drawings'
 * @param {string} too_large what to say where the browser cannot make so large a picture
 * @returns {Promise<Blob>}
 */
export async function bitmapOf(drawings, scale, too_large) {
  const rows = await Promise.all(drawings.map((row) => Promise.all(row.map(imageOf))));
  const canvas = document.createElement('canvas');
  const widthOf = (row) => row.reduce((sum, image) => sum + image.width, 0);
  const heightOf = (row) => Math.max(...row.map((image) => image.height));
  canvas.width = Math.round(scale * Math.max(...rows.map(widthOf)));
  canvas.height = Math.round(scale * rows.reduce((sum, row) => sum + heightOf(row), 0));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  let top = 0;
  for (const row of rows) {
    let left = 0;
    for (const image of row) {
      context.drawImage(image, left, top, scale * image.width, scale * image.height);
      left += scale * image.width;
    }
    top += scale * heightOf(row);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(too_large))), 'image/png');
  });
}
