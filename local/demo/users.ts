// One signed-in session per user of a sample, opened at the first act, as somebody signs in once in a browser.
import type { Person } from '../../functions/src/domain/organisation.ts';
import { demoPassword } from '../sample/accounts.ts';
import type { SampleOrganisation } from '../sample/organisation.ts';
import type { SuiteClient } from '../suiteClient.ts';
import { ClientMeter } from './meter.ts';
import { openSession, type Session } from './session.ts';

export class Users {
  readonly meter = new ClientMeter();
  readonly suite: SuiteClient;
  readonly org: string;
  private readonly people: ReadonlyMap<string, Person>;
  private readonly sessions = new Map<string | null, Promise<Session>>();

  constructor(suite: SuiteClient, { organisation }: SampleOrganisation) {
    this.suite = suite;
    this.people = new Map(organisation.people.map((person) => [person.id, person]));
    this.org = organisation.id;
  }

  /** Null is a visitor who isn't signed in. */
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
