// `npm run audit:export -- --out <folder>`: the audit log of the running `npm start`, as an auditor gets it.
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { complain, say } from '../console.ts';
import { readRunFile } from '../runFile.ts';
import { publicKeyFile } from '../sealKey.ts';
import type { WebLocal } from '../suiteOptions.ts';
import { exportAudit } from './exportAudit.ts';

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
  if (values.out === undefined) {
    complain('Use: npm run audit:export -- --out <folder>');
    return 2;
  }
  const out = resolve(values.out);
  if (existsSync(out)) {
    complain(`${values.out} is there already: an export is written into a folder of its own.`);
    return 2;
  }
  const running = readRunFile();
  if (!running) {
    complain('Nothing is running here that could be exported: run `npm start` first.');
    return 1;
  }
  const local = (await (await fetch(new URL('/local.json', running.hosting))).json()) as WebLocal;
  const env = {
    GCLOUD_PROJECT: local.projectId,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${local.ports.firestore}`,
    STORAGE_EMULATOR_HOST: `http://127.0.0.1:${local.ports.storage}`,
  };
  const { documents, seals } = await exportAudit({ project: local.projectId, env }, out);
  say(`${documents} documents and ${seals} seals lie in ${values.out}.`);
  say(`Check them with: npm run audit:verify -- --export ${values.out} --key ${relative('', publicKeyFile)}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
