// Cuts the four faces of Tinos down to the characters that reports print: `npm run fonts`, output committed.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { printableRanges } from '../src/report/printable.ts';

const faces = {
  '400Regular/Tinos_400Regular.ttf': 'Tinos-Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf': 'Tinos-Italic.ttf',
  '700Bold/Tinos_700Bold.ttf': 'Tinos-Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf': 'Tinos-BoldItalic.ttf',
};

const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const target = join(import.meta.dirname, '../assets/fonts');
const characters = printableRanges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  )
  .join('');

await mkdir(target, { recursive: true });
for (const [from, to] of Object.entries(faces)) {
  const subset = await subsetFont(await readFile(join(source, from)), characters, {
    targetFormat: 'truetype',
    // Accents on the few letters without a composed form; kerning is left out, because Word leaves it out as well
    // and every word would cost a pass through it.
    keepFeatures: ['ccmp', 'mark', 'mkmk'],
    // Each PDF would carry the hinting programs of every face it uses, and viewers ignore them.
    noHinting: true,
    dropTables: ['kern'],
  });
  await writeFile(join(target, to), subset);
  console.log(`${to} ${(subset.length / 1024).toFixed(1)} KiB`);
}
await copyFile(join(source, 'LICENSE_FONT'), join(target, 'OFL.txt'));
