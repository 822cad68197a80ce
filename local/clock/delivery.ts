// Hands a due task or schedule to its function, with the headers that Cloud Tasks and Cloud Scheduler send.
import { post, type Posted } from '../http/post.ts';
import type { Queue, Schedule } from './backends.ts';
import type { Task } from './taskStore.ts';

export interface Functions {
  port: number;
  project: string;
}

/** The body goes out as the task holds it; `onTaskDispatched` wants `{"data": …}` and says so itself. */
export function deliverTask(
  functions: Functions,
  queue: Queue,
  task: Task,
  signal: AbortSignal,
): Promise<Posted> {
  const body = Buffer.from(task.body, 'base64');
  const previous =
    task.lastStatus === null ? {} : { 'x-cloudtasks-taskpreviousresponse': String(task.lastStatus) };
  return post({
    port: functions.port,
    path: `/${functions.project}/${queue.location}/${queue.name}`,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(Object.entries(task.headers).map(([name, value]) => [name.toLowerCase(), value])),
      'content-length': body.length,
      'user-agent': 'Google-Cloud-Tasks',
      'x-cloudtasks-queuename': queue.name,
      'x-cloudtasks-taskname': task.name.slice(task.name.lastIndexOf('/') + 1),
      'x-cloudtasks-taskretrycount': String(task.attempts),
      'x-cloudtasks-taskexecutioncount': String(task.responses),
      'x-cloudtasks-tasketa': String(task.due / 1000),
      ...previous,
    },
    body,
    timeoutMs: task.deadlineMs,
    signal,
  });
}

export function deliverSchedule(
  functions: Functions,
  schedule: Schedule,
  at: number,
  signal: AbortSignal,
): Promise<Posted> {
  return post({
    port: functions.port,
    path: `/functions/projects/${functions.project}/triggers/${schedule.location}-${schedule.name}-0`,
    headers: {
      'content-type': 'application/json',
      'content-length': 2,
      'user-agent': 'Google-Cloud-Scheduler',
      'x-cloudscheduler': 'true',
      'x-cloudscheduler-jobname': `firebase-schedule-${schedule.name}-${schedule.location}`,
      'x-cloudscheduler-scheduletime': new Date(at).toISOString(),
    },
    body: Buffer.from('{}'),
    timeoutMs: 1_800_000,
    signal,
  });
}
