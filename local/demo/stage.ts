// Who is on the stage: the running suite, the script, and one signed-in session per user, opened at the first act.
import type { Person } from '../../functions/src/domain/organisation.ts';
import { demoPassword } from '../sample/accounts.ts';
import type { AprilScript } from '../sample/april.ts';
import type { SampleOrganisation } from '../sample/organisation.ts';
import type { SuiteClient } from '../suiteClient.ts';
import { ClientMeter } from './meter.ts';
import { openSession, type Session } from './session.ts';

/** More users at a time than functions can follow only makes the queue of events longer. */
const usersAtATime = 8;

export async function inTurn<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = list.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: usersAtATime }, worker));
}

export class Stage {
  readonly meter = new ClientMeter();
  readonly suite: SuiteClient;
  readonly script: AprilScript;
  readonly org: string;
  private readonly people: ReadonlyMap<string, Person>;
  private readonly sessions = new Map<string | null, Promise<Session>>();

  constructor(suite: SuiteClient, sample: SampleOrganisation, script: AprilScript) {
    this.suite = suite;
    this.script = script;
    this.people = new Map(sample.organisation.people.map((person) => [person.id, person]));
    this.org = sample.organisation.id;
  }

  /** Null is a visitor who isn't signed in. A user signs in once, as in a browser. */
  readonly open = (person: string | null): Promise<Session> => {
    const known = this.sessions.get(person);
    if (known) return known;
    const session = openSession(this.suite, this.org, this.meter, this.credentials(person));
    this.sessions.set(person, session);
    return session;
  };

  private credentials(person: string | null) {
    if (person === null) return null;
    const { email } = this.people.get(person) ?? {};
    if (email === undefined) throw new Error(`nobody is called ${person}`);
    return { person, email, password: demoPassword };
  }

  async close(): Promise<void> {
    const sessions = await Promise.all(this.sessions.values());
    this.sessions.clear();
    await Promise.all(sessions.map((session) => session.close()));
  }
}
