// `npm run clock -- …`: the rehearsed time of the running `npm start`, from a console.
import { complain, say } from '../console.ts';
import { readRunFile } from '../runFile.ts';
import { clockClient, type ClockClient } from './clockClient.ts';
import { inVietnam } from './localTime.ts';
import type { Moved } from './mover.ts';

const usage = `Use:
  npm run clock -- now
  npm run clock -- set 2026-04-24T23:50        Vietnam's time; backward only while nothing happened yet
  npm run clock -- run-until 2026-04-28T06:00
  npm run clock -- advance 1d                  also 2h, 30m, PT2H`;

function tell({ now, fired }: Moved): void {
  for (const one of fired)
    say(
      `  ${inVietnam(one.due)}  ${one.kind} ${one.name}${one.attempt > 1 ? ` (attempt ${one.attempt})` : ''}${one.status >= 300 ? ' failed' : ''}`,
    );
  say(`It is ${inVietnam(Date.parse(now))} in Vietnam.`);
}

async function obey(clock: ClockClient, command: string, value: string): Promise<void> {
  if (command === 'set') tell(await clock.set(value));
  else if (command === 'run-until') tell(await clock.runUntil(value));
  else tell(await clock.advance(value));
}

async function main([command = '', value]: string[]): Promise<number> {
  const isMove = ['set', 'run-until', 'advance'].includes(command);
  if (command !== 'now' && !(isMove && value !== undefined)) {
    complain(usage);
    return 2;
  }
  const running = readRunFile();
  if (!running) {
    complain('Nothing is running here whose clock could be moved: run `npm start` first.');
    return 1;
  }
  const clock = clockClient(Number(new URL(running.clock).port));
  try {
    if (value === undefined) tell({ ...(await clock.now()), fired: [] });
    else await obey(clock, command, value);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
