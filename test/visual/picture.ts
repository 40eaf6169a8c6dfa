/** Runs in the page: pictures so small that fonts make no difference in them. */
const WIDTH = 128;
/** A cell of the grid that is compared, in pixels of the small picture. */
const CELL = 4;

async function draw(url: string, width: number): Promise<OffscreenCanvasRenderingContext2D> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(width, Math.round((image.height / image.width) * width));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context;
}

/** @returns the picture as a data URL of a small PNG */
export async function shrink(url: string): Promise<string> {
  const { canvas } = await draw(url, WIDTH);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** @returns the share of the cells that are of another color, from 0 to 1 */
export async function difference(url: string, other: string): Promise<number> {
  const [one, two] = await Promise.all([url, other].map(cells));
  if (one?.length !== two?.length) return 1;
  const changed = one?.filter((value, index) => Math.abs(value - (two?.[index] ?? 0)) > 24) ?? [];
  return changed.length / (one?.length ?? 1);
}

/** Red, green and blue of each cell, 0 to 255. */
async function cells(url: string): Promise<number[]> {
  const { canvas } = await draw(url, WIDTH);
  const small = new OffscreenCanvas(WIDTH / CELL, Math.round(canvas.height / CELL)).getContext('2d');
  if (!small) throw new Error('No canvas.');
  small.imageSmoothingQuality = 'high';
  small.drawImage(canvas, 0, 0, small.canvas.width, small.canvas.height);
  const { data } = small.getImageData(0, 0, small.canvas.width, small.canvas.height);
  return [...data].filter((_value, index) => index % 4 !== 3);
}
