// Schedules in Asia/Ho_Chi_Minh; the moment is the schedule's own, so that a repeat does the same.
import { onSchedule, type ScheduleOptions } from 'firebase-functions/v2/scheduler';
import { withAccounts, withEvidence, withPorts, withSeals } from '../app.ts';
import { momentOf } from '../domain/moment.ts';
import { closeLeavers } from '../handlers/closeLeavers.ts';
import { every28th as run28th } from '../handlers/every28th.ts';
import { everyDay as sweep } from '../handlers/everyDay.ts';
import { filesEveryDay } from '../handlers/filesEveryDay.ts';
import { sealAudit } from '../handlers/sealAudit.ts';
import { localSealKey, region, sealKey, timeZone } from '../params.ts';

const options = (schedule: string): ScheduleOptions => ({
  schedule,
  timeZone,
  region,
  retryCount: 3,
  memory: '512MiB',
  timeoutSeconds: 540,
});

/** The emulator would ask Google for the secret. */
const sealing = localSealKey === null ? { secrets: [sealKey] } : {};

export const everyDay = onSchedule({ ...options('0 0 * * *'), ...sealing }, async (event) => {
  const at = momentOf(Date.parse(event.scheduleTime));
  await withPorts('everyDay', (ports) =>
    withAccounts(ports, async (all) => {
      // Before the month opens: who left yesterday judges nobody in it.
      await closeLeavers(all, at);
      await sweep(ports, at);
      // After the month has opened, which says who judges whom.
      await withEvidence(ports, (all) => filesEveryDay(all, at));
    }),
  );
  // Last, so that it covers what the night did, and that nothing waits for a bucket.
  await withSeals('sealAudit', (ports) => sealAudit(ports, at));
});

export const every28th = onSchedule(options('0 6 28 * *'), (event) =>
  withPorts('every28th', (ports) => run28th(ports, momentOf(Date.parse(event.scheduleTime)))),
);
