// The organisation's calendar on the device: read once a day, without a connection what was known.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarNow, keepCalendar, learnCalendar } from './ownCalendar.ts';

const read = vi.hoisted(() => vi.fn());
vi.mock('./firestore.ts', () => ({ readOrganisation: read }));

const line = { day: '2026-06-24', works: false, name: 'Nghỉ bão', official: true, reason: 'r', author: 'a' };
const isWorked = () => calendarNow().isWorkingDay('2026-06-24');
const store = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => store.set(key, value),
});

beforeEach(() => {
  store.clear();
  read.mockReset();
  keepCalendar('o', '2026-01-01', {});
  store.clear();
});

describe('the calendar on the device', () => {
  it('is the organisation’s, read once a day', async () => {
    read.mockResolvedValue({ calendar: [line] });
    expect(isWorked()).toBe(true);
    await learnCalendar('o', '2026-04-10');
    expect(isWorked()).toBe(false);
    await learnCalendar('o', '2026-04-10');
    expect(read).toHaveBeenCalledTimes(1);
    await learnCalendar('o', '2026-04-11');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('stays what was known without a connection, and is asked for again', async () => {
    read.mockResolvedValueOnce({ calendar: [line] });
    await learnCalendar('o', '2026-04-10');
    read.mockRejectedValue(new Error('offline'));
    await learnCalendar('o', '2026-04-11');
    expect(isWorked()).toBe(false);
    await learnCalendar('o', '2026-04-11');
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('is of the organisation one has signed in to', async () => {
    read.mockResolvedValue({ calendar: [line] });
    await learnCalendar('o', '2026-04-10');
    read.mockResolvedValue({});
    await learnCalendar('p', '2026-04-10');
    expect(isWorked()).toBe(true);
  });

  it('forgets what can’t be read', async () => {
    store.set('nam-ro/calendar/o', '{');
    read.mockResolvedValue({ calendar: [line] });
    await learnCalendar('o', '2026-04-10');
    expect(isWorked()).toBe(false);
  });
});
