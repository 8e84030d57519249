// Drawings in SVG as one PNG, side by side.

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
 * @param {string[]} drawings
 * @param {number} scale pixels for one of the drawings'
 * @param {string} too_large what to say where the browser cannot make so large a picture
 * @returns {Promise<Blob>}
 */
export async function bitmapOf(drawings, scale, too_large) {
  const images = await Promise.all(drawings.map(imageOf));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scale * images.reduce((sum, image) => sum + image.width, 0));
  canvas.height = Math.round(scale * Math.max(...images.map((image) => image.height)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  let left = 0;
  for (const image of images) {
    context.drawImage(image, left, 0, scale * image.width, scale * image.height);
    left += scale * image.width;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(too_large))), 'image/png');
  });
}
