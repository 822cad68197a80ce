// Who is on the stage of April: the users of the running suite, and the script they act by.
import type { AprilScript } from '../sample/april.ts';
import type { SampleOrganisation } from '../sample/organisation.ts';
import type { SuiteClient } from '../suiteClient.ts';
import { Users } from './users.ts';

/** More users at a time than functions can follow only makes the queue of events longer. */
const usersAtATime = 8;

export async function inTurn<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = list.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: usersAtATime }, worker));
}

export class Stage extends Users {
  readonly script: AprilScript;

  constructor(suite: SuiteClient, sample: SampleOrganisation, script: AprilScript) {
    super(suite, sample);
    this.script = script;
  }
}
