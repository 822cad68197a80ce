// functions/profiles/{id}.json: a profile as a file, and the reading of it; a broken one is refused with the place of the mistake.
import * as z from 'zod/mini';
import { reportKinds, type Profile, type Row, type UnitKindEntry } from '../domain/profiles/table.ts';
import { blocks, categories, tiers } from '../domain/words.ts';
import { kindName } from './fields.ts';
import { mismatchesOf } from './profileWords.ts';

const words = z.string().check(z.refine((s) => s.trim() !== '' && s === s.normalize('NFC'), 'a text in NFC'));
const kinds = z.array(kindName);
const some = <T extends z.core.$ZodType>(one: T) => z.array(one).check(z.minLength(1));
const flag = z._default(z.boolean(), false);

const unitKind = z.strictObject({
  name: words,
  blocks: some(z.enum(blocks)),
  heads: some(kindName),
  deputies: kinds,
  posts: kinds,
  school: flag,
  filesPlan: z._default(z.boolean(), true),
});

const seat = z.discriminatedUnion('seat', [
  z.strictObject({ seat: z.literal('head-of-unit') }),
  z.strictObject({ seat: z.literal('head-of-kind'), unitKind: kindName, title: words }),
  z.strictObject({ seat: z.literal('deputy-in-charge') }),
]);

const caseOf = z.strictObject({
  units: some(kindName),
  posts: some(kindName),
  block: z._default(z.nullable(z.enum(blocks)), null),
  categories: z._default(z.nullable(some(z.enum(categories))), null),
  primaryOnly: flag,
  size: z._default(z.nullable(z.enum(['below', 'from'])), null),
});

const rule = {
  clause: words,
  text: words,
  tier: z.enum(tiers),
  evaluator: seat,
  decider: seat,
  collective: z._default(z.nullable(z.strictObject({ name: words, posts: some(kindName) })), null),
  consulted: z._default(z.nullable(z.strictObject({ posts: some(kindName), ofField: flag })), null),
  onRequest: z._default(z.nullable(z.strictObject({ posts: some(kindName), units: some(kindName) })), null),
  proposers: z._default(z.array(z.strictObject({ chairs: kindName, members: some(kindName) })), []),
  counted: flag,
};

const byBlock = z.strictObject({ party: kindName, government: kindName });

const report = z.strictObject({
  kind: z.enum(reportKinds),
  period: z._default(z.nullable(words), null),
  before: z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
  to: words,
  clause: words,
});

export const profileFileSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*@[A-Za-z0-9-]+$/)),
  name: words,
  unitKinds: z.record(kindName, unitKind),
  postKinds: z.record(kindName, words),
  unitRoles: z.record(kindName, words),
  rows: some(z.strictObject({ row: z.int().check(z.gte(1)), cases: some(caseOf), ...rule })),
  fallback: z.strictObject({ row: z.literal(0), ...rule }),
  aggregators: byBlock,
  offices: byBlock,
  appeals: z.strictObject({ body: words, unitKind: kindName, clause: words }),
  reports: z.array(report),
  standingReport: z._default(z.nullable(z.strictObject({ by: words, to: words, clause: words })), null),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;

/** A profile that can't be used. The message names the file and, line by line, row, field and what is wrong there. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

const placeOf = (path: readonly PropertyKey[], content: unknown): string => {
  const [first, index, ...rest] = path.map(String);
  if (first !== 'rows' || index === undefined) return path.map(String).join('.');
  const rows = (content as { rows?: { row?: unknown }[] }).rows;
  const row = rows?.[Number(index)]?.row;
  return [`row ${typeof row === 'number' ? row : `at position ${Number(index) + 1}`}`, rest.join('.')]
    .filter((part) => part !== '')
    .join(', ');
};

/** `name` is the file's, without folder: "commune@S0-2025.json". Throws ProfileError. */
export function parseProfile(name: string, content: unknown): Profile {
  const refuse = (problems: readonly { path: readonly PropertyKey[]; message: string }[]): never => {
    const lines = problems.map(({ path, message }) => `${name}: ${placeOf(path, content)}: ${message}`);
    throw new ProfileError(lines.join('\n'));
  };
  const parsed = profileFileSchema.safeParse(content);
  if (!parsed.success) return refuse(parsed.error.issues);
  const file = parsed.data;
  const mismatches = mismatchesOf(name, file);
  if (mismatches.length > 0) return refuse(mismatches);
  const rows: Row[] = file.rows;
  const unitKinds: [string, UnitKindEntry][] = Object.entries(file.unitKinds);
  return {
    ...file,
    unitKinds: new Map(unitKinds),
    postKinds: new Map(Object.entries(file.postKinds)),
    unitRoles: new Map(Object.entries(file.unitRoles)),
    rows: [...rows].sort((a, b) => a.row - b.row),
    fallback: { ...file.fallback, cases: [] },
  };
}
