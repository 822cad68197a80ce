// `npm run bench [month|pdf|web|start|rules …]`: measures into out/bench.json; parts that were not asked for keep their last figures.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';
import { benchMonth } from './month.ts';
import { benchPdf } from './pdf.ts';
import { benchRules } from './rules.ts';
import { benchStart } from './start.ts';
import { measureWeb } from './web.ts';

const parts: Record<string, () => unknown> = {
  web: measureWeb,
  pdf: benchPdf,
  start: benchStart,
  rules: benchRules,
  month: benchMonth,
};

const file = join(projectRoot, 'out', 'bench.json');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part ${unknown.join(' ')}: there are ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}

const bench: Record<string, unknown> = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
  : {};
bench['machine'] = {
  cores: cpus().length,
  model: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
mkdirSync(join(projectRoot, 'out'), { recursive: true });
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n── ${name} ──\n`);
  bench[name] = await measure();
  process.stdout.write(`${JSON.stringify(bench[name], null, 2)}\n`);
  // After each part: a later one that fails loses nothing.
  writeFileSync(file, `${JSON.stringify(bench, null, 2)}\n`);
}
process.stdout.write(`\nWritten to out/bench.json\n`);
