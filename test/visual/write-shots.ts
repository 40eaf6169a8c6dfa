/** Writes a picture of every state in every look, for people: `node --import tsx test/visual/write-shots.ts <folder> [state]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Gallery, LOOKS, nameOf } from './gallery.ts';

const [folder, only] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder for the pictures.');
await mkdir(folder, { recursive: true });
const gallery = await Gallery.open();
const states = await gallery.page.evaluate(() => visual.states);
for (const state of states.filter((name) => !only || name === only)) {
  await gallery.show(state);
  for (const look of LOOKS) {
    await gallery.look(look);
    await gallery.page.screenshot({ path: join(folder, `${state} ${nameOf(look)}.png`.replaceAll(' ', '-')) });
    const { complaints } = await gallery.inspect(look);
    for (const complaint of complaints) console.log(`${state} ${nameOf(look)}: ${complaint}`);
  }
}
await gallery.load(32);
const large = { theme: 'light', dir: 'ltr', width: 320 } as const;
await gallery.look(large);
for (const state of states.filter((name) => !only || name === only)) {
  await gallery.show(state);
  await gallery.look(large);
  await gallery.page.screenshot({ path: join(folder, `${state}-large.png`) });
}
await gallery.close();
