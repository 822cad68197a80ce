// Measures on the emulator what a request costs the rules: how many expressions they evaluate, and which documents they read.
import type { CollectionName } from '../../functions/src/schema/paths.ts';
import { rulesAt, rulesSource } from './world.ts';

/** Of the thousand that Google evaluates; the rest is room for what later rules will ask. */
export const mostExpressions = 400;

export interface Measured {
  on: CollectionName;
  method: 'get' | 'list' | 'update' | 'create';
  ask: () => Promise<unknown>;
}

async function load(content: string): Promise<void> {
  const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } });
  const answer = await fetch(`${rulesAt()}:securityRules`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The rules with a further condition, which holds, in front of the first one that the request meets, or of each. */
function padded({ on, method }: Measured, condition: string, where: 'first' | 'each'): string {
  const start = rulesSource.indexOf(`match /${on}/{id} {`);
  const rest = rulesSource.slice(start);
  const covering = ['get', 'list'].includes(method) ? `allow (${method}|read): if ` : `allow ${method}: if `;
  const padding = new RegExp(covering, where === 'each' ? 'g' : '');
  return rulesSource.slice(0, start) + rest.replace(padding, (found) => `${found}${condition} && `);
}

/** The greatest n below `tooMany` whose condition the request still affords. */
async function affords(
  request: Measured,
  tooMany: number,
  where: 'first' | 'each',
  condition: (n: number) => string,
): Promise<number> {
  let fits = 0;
  let over = tooMany;
  while (over - fits > 1) {
    const n = Math.floor((fits + over) / 2);
    await load(padded(request, condition(n), where));
    await request.ask().then(
      () => (fits = n),
      () => (over = n),
    );
  }
  await load(rulesSource);
  return fits;
}

const upTo = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const idle = (n: number) => `[${upTo(n, () => '1').join(',')}] is list`;
const reading = (n: number) => {
  const absent = upTo(n, (i) => `!exists(/databases/$(db)/documents/idle/d${i})`);
  return `[${['true', ...absent].join(', ')}].hasOnly([true])`;
};

/** How many idle expressions fit beside one condition that is a mere `true`: measured with the emulator, which allows 1,000. */
const besideTrue = 994;
/** Documents that one request may read besides, the same one twice counting once; the emulator refuses the eleventh as Google does. */
const mostDocuments = 10;

export const expressionsOf = async (request: Measured): Promise<number> =>
  besideTrue - (await affords(request, besideTrue + 1, 'first', idle));
export const documentsRead = async (request: Measured): Promise<number> =>
  mostDocuments - (await affords(request, mostDocuments + 1, 'each', reading));

async function isAllowed(request: Measured, condition: string, where: 'first' | 'each'): Promise<boolean> {
  await load(padded(request, condition, where));
  return request.ask().then(
    () => true,
    () => false,
  );
}

/** The same without the search for a figure: whether a request keeps within so many expressions, and reads just so many documents. */
export const isWithin = (request: Measured, expressions: number): Promise<boolean> =>
  isAllowed(request, idle(besideTrue - expressions), 'first');
export async function readsJust(request: Measured, documents: number): Promise<boolean> {
  const room = mostDocuments - documents;
  const reads = await isAllowed(request, reading(room), 'each');
  // No request reads ten by itself, so that one more than there is room for is one too many. A query's aren't counted.
  return reads && (request.method === 'list' || !(await isAllowed(request, reading(room + 1), 'each')));
}
