// The rules as they are: one project of the Firestore emulator, asked by plain REST with unsigned tokens.
import { uidOf } from '../../functions/src/schema/paths.ts';
import type { Answer } from './access.ts';
import {
  changedFields,
  isNow,
  isStamp,
  type Asker,
  type Fields,
  type Filter,
  type Request,
  type Step,
  type World,
} from './request.ts';

const base64 = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const fieldPath = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);

function valueOf(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (isStamp(value)) return { timestampValue: new Date(value.toMillis()).toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(valueOf) } };
  return { mapValue: { fields: fieldsOf(value as Fields) } };
}
const fieldsOf = (fields: Fields): Record<string, object> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, valueOf(value)]));

const known = new WeakMap<Fields, string>();
/** A document as it goes over the wire, to tell whether it stands there already. */
function written(fields: Fields): string {
  const text = known.get(fields) ?? JSON.stringify(fieldsOf(fields));
  known.set(fields, text);
  return text;
}

const filterNames = {
  '==': 'EQUAL',
  '!=': 'NOT_EQUAL',
  in: 'IN',
  'array-contains': 'ARRAY_CONTAINS',
} as const satisfies Record<Filter[1], string>;
const filterOf = ([field, op, value]: Filter) => ({
  fieldFilter: { field: { fieldPath: fieldPath(field) }, op: filterNames[op], value: valueOf(value) },
});

/** One place of the rules with what it came to; only what a condition can be is kept. */
export interface Expression {
  sourcePosition: { line: number; column: number; currentOffset: number; endOffset: number };
  values?: { value: { boolValue?: boolean; undefined?: object }; count: number }[];
  children?: Expression[];
}

export class Lane {
  /** What stands there, by path, as it was put there; empty where a request may have changed it. */
  private readonly standing = new Map<string, string>();
  private mutant = '';
  private readonly host: string;
  private readonly project: string;

  constructor(port: number, project: string) {
    this.host = `http://127.0.0.1:${port}`;
    this.project = project;
  }

  private get documents() {
    return `projects/${this.project}/databases/(default)/documents`;
  }

  /** False where the compiler refuses it. A new file begins a new coverage. */
  async load(rules: string): Promise<boolean> {
    const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content: rules }] } });
    const { status, text } = await this.send(
      'PUT',
      `emulator/v1/projects/${this.project}:securityRules`,
      body,
      {},
    );
    const { issues = [] } = JSON.parse(text) as { issues?: { severity: string }[] };
    return status === 200 && issues.every(({ severity }) => severity !== 'ERROR');
  }

  async coverage(): Promise<Expression[]> {
    const { text } = await this.send('GET', `emulator/v1/projects/${this.project}:ruleCoverage`, null, {});
    return (JSON.parse(text) as { report: Expression[] }).report;
  }

  /** `mutant` names the way in which a file that is broken in several is broken for this request (mutate.ts). */
  async decide(request: Request, world: World, mutant = ''): Promise<Answer> {
    this.mutant = mutant;
    await this.bring(world);
    const [step] = request.steps;
    if (step?.operation === 'get') return this.judged('GET', this.nameOf(step), null, request.asker);
    if (step?.operation === 'list') return this.judged('POST', ...this.queryOf(step), request.asker);
    const decision = await this.judged(
      'POST',
      `${this.documents}:commit`,
      { writes: request.steps.map((one) => this.writeOf(one, world)) },
      request.asker,
    );
    if (decision === 'allow') request.steps.forEach(({ path }) => this.standing.set(path, ''));
    return decision;
  }

  /** Makes the documents of `world`, and no others, stand there. */
  private async bring(world: World): Promise<void> {
    const writes = [
      ...Object.entries(world)
        .filter(([path, fields]) => this.standing.get(path) !== written(fields))
        .map(([path, fields]) => ({ update: { name: this.nameOf({ path }), fields: fieldsOf(fields) } })),
      ...[...this.standing.keys()]
        .filter((path) => !(path in world))
        .map((path) => ({ delete: this.nameOf({ path }) })),
    ];
    if (writes.length === 0) return;
    const headers = { authorization: 'Bearer owner' };
    const answer = await this.send(
      'POST',
      `v1/${this.documents}:commit`,
      JSON.stringify({ writes }),
      headers,
    );
    if (answer.status !== 200) throw new Error(`nothing can be put there: ${answer.text}`);
    this.standing.clear();
    Object.entries(world).forEach(([path, fields]) => this.standing.set(path, written(fields)));
  }

  private nameOf = ({ path }: Pick<Step, 'path'>) => `${this.documents}/${path}`;

  private queryOf({ path, query }: Step): [string, object] {
    const segments = path.split('/').slice(0, -1);
    const parent = segments.slice(0, -1).join('/');
    const where = { compositeFilter: { op: 'AND', filters: query.map(filterOf) } };
    const from = [{ collectionId: segments.at(-1) }];
    const at = parent === '' ? this.documents : this.nameOf({ path: parent });
    return [`${at}:runQuery`, { structuredQuery: { from, ...(query.length > 0 ? { where } : {}) } }];
  }

  private writeOf({ operation, path, after }: Step, world: World): object {
    const name = this.nameOf({ path });
    if (operation === 'delete' || after === null) return { delete: name };
    const timed = Object.keys(after).filter((field) => isNow(after[field]));
    const updateTransforms = timed.map((field) => ({
      fieldPath: fieldPath(field),
      setToServerValue: 'REQUEST_TIME',
    }));
    const given = Object.fromEntries(Object.entries(after).filter(([field]) => !timed.includes(field)));
    if (operation === 'create')
      return {
        update: { name, fields: fieldsOf(given) },
        updateTransforms,
        currentDocument: { exists: false },
      };
    const changed = changedFields(world[path] ?? {}, after).filter((field) => !timed.includes(field));
    const written = Object.fromEntries(Object.entries(given).filter(([field]) => changed.includes(field)));
    return {
      update: { name, fields: fieldsOf(written) },
      updateMask: { fieldPaths: changed.map(fieldPath) },
      updateTransforms,
      currentDocument: { exists: true },
    };
  }

  private async judged(method: string, path: string, body: object | null, asker: Asker): Promise<Answer> {
    const answer = await this.send(method, `v1/${path}`, body && JSON.stringify(body), this.headersOf(asker));
    if (answer.status === 403 || answer.text.includes('"PERMISSION_DENIED"')) return 'deny';
    if (answer.status === 200 || answer.status === 404) return 'allow';
    if (answer.status === 500) return 'failed';
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 500)}`);
  }

  private headersOf({ signedIn, org, person }: Asker): Record<string, string> {
    if (!signedIn) return {};
    const sub = org === null || person === null ? 'somebody' : uidOf(org, person);
    const claims = org === null || person === null ? {} : { org, pid: person };
    const token = {
      ...{ sub, user_id: sub, iat: 0, exp: 4102444800, auth_time: 0, aud: this.project },
      iss: `https://securetoken.google.com/${this.project}`,
      firebase: { sign_in_provider: 'custom', identities: {} },
      ...claims,
      ...(this.mutant === '' ? {} : { mutant: this.mutant }),
    };
    return { authorization: `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(token)}.` };
  }

  private async send(method: string, path: string, body: string | null, headers: Record<string, string>) {
    const answer = await fetch(`${this.host}/${path}`, { method, body, headers });
    return { status: answer.status, text: await answer.text() };
  }
}
