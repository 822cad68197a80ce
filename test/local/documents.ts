// Writes and reads documents as the owner, past the rules, by plain REST.
import type { SuiteClient } from '../../local/suite.ts';

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

interface Value {
  stringValue?: string;
  integerValue?: string;
  doubleValue?: number;
  booleanValue?: boolean;
  timestampValue?: string;
  mapValue?: { fields?: Record<string, Value> };
  arrayValue?: { values?: Value[] };
}

function encode(value: Plain): object {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  return {
    mapValue: { fields: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, encode(one)])) },
  };
}

function decode(value: Value): unknown {
  if (value.integerValue !== undefined) return Number(value.integerValue);
  if (value.mapValue) return decodeFields(value.mapValue.fields ?? {});
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(decode);
  return value.stringValue ?? value.doubleValue ?? value.booleanValue ?? value.timestampValue ?? null;
}

const decodeFields = (fields: Record<string, Value>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, decode(one)]));

/** What a function of the fixture notes of one call; which of them it has depends on its kind. */
export interface Trace {
  pid: number;
  at: string;
  id: string;
  event: string;
  name: string;
  scheduleTime: string;
  now: string;
  retryCount: number;
}

const isTrace = (fields: Partial<Trace>): fields is Trace => fields.pid !== undefined;

export function documentsOf({ project, ports }: SuiteClient) {
  const base = `http://127.0.0.1:${ports.firestore}/v1/projects/${project}/databases/(default)/documents`;
  const call = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${base}${path}`, {
      method,
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    async set(path: string, fields: Record<string, Plain>): Promise<void> {
      const response = await call('PATCH', `/${path}`, {
        fields: (encode(fields) as { mapValue: { fields: object } }).mapValue.fields,
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async get(path: string): Promise<Record<string, unknown> | null> {
      const response = await call('GET', `/${path}`);
      if (response.status === 404) return null;
      return decodeFields(((await response.json()) as { fields?: Record<string, Value> }).fields ?? {});
    },
    /** What the fixture's functions left behind, oldest first. */
    async trace(kind: string): Promise<Trace[]> {
      const where = {
        fieldFilter: { field: { fieldPath: 'kind' }, op: 'EQUAL', value: { stringValue: kind } },
      };
      const response = await call('POST', ':runQuery', {
        structuredQuery: { from: [{ collectionId: 'trace' }], where },
      });
      const rows = (await response.json()) as {
        document?: { fields: Record<string, Value>; createTime: string };
      }[];
      return rows
        .flatMap(({ document }) => (document ? [document] : []))
        .sort((a, b) => a.createTime.localeCompare(b.createTime))
        .map(({ fields }): Partial<Trace> => decodeFields(fields))
        .filter(isTrace);
    },
  };
}
