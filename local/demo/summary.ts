// Writes down what the demo has seen: out/demo/summary.json, and a table for the console.
import { levelLabels, ratingLabels } from '../../functions/src/domain/labels.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import type { Held } from './expectations.ts';
import { sumOf, type Billed, type FunctionBill } from './meter.ts';

export interface Costs {
  /** Billed by functions, by function. */
  functions: Record<string, FunctionBill>;
  /** Billed to clients for reading results and boards after the play. */
  reading: Billed;
  seconds: Record<string, number>;
}

const tally = (values: readonly (string | null)[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1;
  return counts;
};

const personLine = (result: Result) => ({
  unit: result.unitName,
  post: result.post,
  row: result.row,
  state: result.state,
  rating: result.rating,
  level: result.level,
  score: result.score,
  unrated: result.unrated,
  late: result.late,
  evaluator: result.evaluator,
  decider: result.decider,
  version: result.version,
});

export function summaryOf(
  { played, outcome, downloaded, expected }: Held,
  costs: Costs,
  violations: string[],
) {
  const results = [...outcome.results].sort(([a], [b]) => (a < b ? -1 : 1));
  const clients = { reads: 0, writes: 0, deletes: 0, lookups: 0 };
  for (const { clients: billed } of played.scenes) {
    for (const key of ['reads', 'writes', 'deletes', 'lookups'] as const) clients[key] += billed[key];
  }
  return {
    month: expected.month,
    violations,
    people: Object.fromEntries(results.map(([person, result]) => [person, personLine(result)])),
    ratings: tally(results.map(([, { rating }]) => rating)),
    levels: tally(results.map(([, { level }]) => level)),
    findings: Object.fromEntries(
      [...outcome.findings].map(([id, { codes, source, state, remedyState, countsIn, carriedTo }]) => [
        id,
        { codes, source, state, remedyState, countsIn: countsIn ?? null, carriedTo: carriedTo ?? null },
      ]),
    ),
    runs: { interim: outcome.run.interim, final: outcome.run.final },
    refused: [...played.refused, ...downloaded.refused],
    pdfs: {
      counts: tally(downloaded.files.map(({ kind }) => kind)),
      bytes: downloaded.files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    firestore: {
      clients,
      reading: costs.reading,
      functions: costs.functions,
      functionsTotal: sumOf(costs.functions),
      steps: played.scenes,
    },
    seconds: costs.seconds,
  };
}

export type Summary = ReturnType<typeof summaryOf>;

const cell = (text: string | number, width: number) => String(text).padEnd(width);
const number = (value: number, width: number) => String(value).padStart(width);

/** Cases worth a line, then the counts: what somebody reads who has one minute. */
export function tableOf(held: Held, summary: Summary): string {
  const named = Object.keys(held.expected.people).flatMap((person) => {
    const result = held.outcome.results.get(person);
    if (!result) return [];
    const rating = result.rating ? ratingLabels[result.rating] : 'Không xếp loại';
    const level = result.level ? levelLabels[result.level] : '–';
    return [`  ${cell(result.personName, 20)}${cell(rating, 34)}${cell(level, 12)}${result.unitName}`];
  });
  const steps = summary.firestore.steps.map(
    ({ at, title, acts, seconds, clients, functions }) =>
      `  ${at.replace('T', ' ')}  ${number(acts, 4)} acts ${number(clients.reads, 4)} r ${number(clients.writes, 4)} w | ` +
      `${number(functions.calls, 4)} calls ${number(functions.reads, 5)} r ${number(functions.writes, 4)} w ` +
      `${number(Math.round(seconds * 10) / 10, 6)} s  ${title}`,
  );
  const { clients, functionsTotal } = summary.firestore;
  return [
    'Trường hợp đáng chú ý',
    ...named,
    '',
    'Các bước',
    ...steps,
    '',
    `Xếp loại: ${JSON.stringify(summary.ratings)}   Mức độ: ${JSON.stringify(summary.levels)}`,
    `PDF: ${JSON.stringify(summary.pdfs.counts)}, ${Math.round(summary.pdfs.bytes / 1024)} KiB; từ chối đúng: ${summary.refused.length}`,
    `Firestore, clients: ${clients.reads} reads, ${clients.writes} writes, ${clients.lookups} look-ups by rules`,
    `Firestore, functions: ${functionsTotal.calls} calls, ${functionsTotal.reads} reads, ${functionsTotal.writes} writes`,
  ].join('\n');
}
