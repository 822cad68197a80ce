// `npm run rebuild -- --org <id>`: the operator's remedy, on the running `npm start` or on a deployment.
import { parseArgs } from 'node:util';
import { complain, say } from '../console.ts';
import { readRunFile } from '../runFile.ts';
import type { WebLocal } from '../suiteOptions.ts';
import { rebuild } from './rebuild.ts';

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { org: { type: 'string' }, project: { type: 'string' } } });
  const { org, project } = values;
  if (org === undefined) {
    complain('Use: npm run rebuild -- --org <organisation> [--project <Firebase project>]');
    return 2;
  }
  const at = project === undefined ? await runningSuite() : { project, env: {} };
  if (!at) {
    complain('Nothing is running here: run `npm start` first, or name a deployment with --project.');
    return 1;
  }
  const { unitMonths, personYears, unitYears, differing } = await rebuild(at, org);
  say(`Made again: ${unitMonths} unit months, ${personYears} years of people, ${unitYears} years of units.`);
  if (differing.length === 0) say('Each is what it was, to the byte.');
  else say([`${differing.length} were otherwise than their sources say:`, ...differing].join('\n  '));
  return 0;
}

async function runningSuite(): Promise<{ project: string; env: Record<string, string> } | null> {
  const running = readRunFile();
  if (!running) return null;
  const local = (await (await fetch(new URL('/local.json', running.hosting))).json()) as WebLocal;
  return {
    project: local.projectId,
    env: { GCLOUD_PROJECT: local.projectId, FIRESTORE_EMULATOR_HOST: `127.0.0.1:${local.ports.firestore}` },
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
