// Scheduled functions by cron in their time zone, and the moves of the clock.
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { connectSuite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const suite = connectSuite(inject('suite'));
const documents = documentsOf(suite);

beforeEach(async () => {
  await suite.resetData();
  await suite.clock.set('2026-03-27T20:00');
});

const firedAt = async () =>
  (await documents.trace('schedule')).map((one) => `${one.name} ${one.scheduleTime}`);

describe('schedules', () => {
  test('fire in order of time, each by its own zone, with their schedule time', async () => {
    const { fired } = await suite.clock.runUntil('2026-03-30T00:00');
    expect(await firedAt()).toEqual([
      'everyMorning 2026-03-27T23:00:00.000Z',
      'everyNoon 2026-03-28T11:00:00.000Z',
      'everyMorning 2026-03-28T23:00:00.000Z',
      'everyNoon 2026-03-29T10:00:00.000Z', // summer time began in Berlin
    ]);
    expect(fired.map((one) => one.name)).toEqual(['everyMorning', 'everyNoon', 'everyMorning', 'everyNoon']);
    for (const one of await documents.trace('schedule'))
      expect(Date.parse(one.now) - Date.parse(one.scheduleTime)).toBeLessThan(5000);
  });

  test('do not fire for time that a fresh clock only skipped', async () => {
    await suite.clock.set('2026-06-01T08:00');
    await suite.clock.set('2026-05-01T08:00');
    await suite.settle();
    expect(await firedAt()).toEqual([]);
  });

  test('time stops at the one that fails, after its retries, and goes on from there', async () => {
    await documents.set('failing/everyNoon', { until: '2026-03-28T23' });
    await expect(suite.clock.runUntil('2026-03-29T12:00')).rejects.toThrow(
      /schedule everyNoon due 28\/03\/2026 18:00:00 failed 3 times: 500 Error: everyNoon fails as asked/,
    );
    const noon = (await documents.trace('schedule')).filter((one) => one.name === 'everyNoon');
    expect(new Set(noon.map((one) => one.scheduleTime))).toEqual(new Set(['2026-03-28T11:00:00.000Z']));
    expect(noon).toHaveLength(3);
    await suite.clock.runUntil('2026-03-29T12:00');
    expect((await firedAt()).at(-1)).toBe('everyMorning 2026-03-28T23:00:00.000Z');
  });
});

describe('moves', () => {
  test('backward are refused once something happened', async () => {
    await suite.clock.advance('1h');
    await expect(suite.clock.set('2026-03-27T20:30')).rejects.toThrow(
      /never runs backward: it is 27\/03\/2026 21:00:/,
    );
    await expect(suite.clock.runUntil('2026-03-27T20:30')).rejects.toThrow(/never runs backward/);
  });

  test('leave a history that tells what the clock showed', async () => {
    await suite.clock.runUntil('2026-03-28T12:00');
    const history = await suite.clock.history();
    expect(history.length).toBe(3); // the start, everyMorning, the end
    const { now, real } = await suite.clock.now();
    const latest = history.at(-1);
    expect(Date.parse(now) - Date.parse(real)).toBe(latest?.offset);
  });

  test('settle what was written before, at the time when it was written', async () => {
    await documents.set('things/a', { n: 1, slowMs: 500 });
    await suite.clock.advance('30m');
    const [trace] = await documents.trace('thing');
    const [, moved] = await suite.clock.history();
    expect(Date.parse(trace?.at ?? '')).toBeLessThan(moved?.from ?? 0);
  });

  test('one at a time', async () => {
    const first = suite.clock.advance('2d');
    await expect(suite.clock.advance('1h')).rejects.toThrow(/on its way to 29\/03\/2026/);
    await first;
  });

  test('of a month take tens of milliseconds a step', async () => {
    await suite.clock.advance('1d'); // the processes are up
    const began = Date.now();
    const { fired } = await suite.clock.advance('30d');
    expect(fired).toHaveLength(60);
    expect((Date.now() - began) / 60).toBeLessThan(150);
  });
});
