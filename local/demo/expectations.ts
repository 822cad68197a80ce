// Holds what has come of the month against expected.json; each violation is one line.
import type { RunPart } from '../../functions/src/schema/cycle.ts';
import { replayUnit } from '../../functions/src/domain/unitDecision.ts';
import { totalScore } from '../../functions/src/domain/rating.ts';
import type { AprilScript } from '../sample/april.ts';
import type { PersonScript } from '../sample/april/scripts.ts';
import type { Expected, ExpectedPerson, ExpectedRun } from '../sample/expected.ts';
import type { SampleOrganisation } from '../sample/organisation.ts';
import type { Downloaded } from './downloads.ts';
import type { Outcome } from './outcome.ts';
import type { Played } from './play.ts';

export interface Held {
  expected: Expected;
  sample: SampleOrganisation;
  script: AprilScript;
  played: Played;
  outcome: Outcome;
  downloaded: Downloaded;
}

export function violationsOf(held: Held): string[] {
  return [
    ...ofPeople(held),
    ...ofOutside(held),
    ...ofAuthority(held),
    ...ofFindings(held),
    ...ofUnits(held),
    ...ofYearPlan(held),
    ...ofRun('interim', held),
    ...ofRun('final', held),
    ...ofConsultations(held),
    ...ofAttempts(held),
    ...ofDownloads(held),
  ];
}

/** One line that says what is different; of two lists, what one has and the other has not. */
const differs = (what: string, expected: unknown, found: unknown): string[] => {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  if (Array.isArray(expected) && Array.isArray(found)) {
    const missing: unknown[] = expected.filter((item) => !found.includes(item));
    const unexpected: unknown[] = found.filter((item) => !expected.includes(item));
    return [`${what}: missing ${JSON.stringify(missing)}, unexpected ${JSON.stringify(unexpected)}`];
  }
  return [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
};

/** The rule of expected.json for everybody whom it doesn't name. */
function ordinary({ judgement }: PersonScript): Omit<ExpectedPerson, 'why'> {
  const { rating, points } = judgement.decides ?? judgement;
  return { rating, level: 'good', score: totalScore(...points) };
}

function ofPeople({ expected, script, outcome }: Held): string[] {
  const lines: string[] = [];
  for (const [person, its] of script.people) {
    const result = outcome.results.get(person);
    if (!result) {
      lines.push(`${person}: no result`);
      continue;
    }
    const named = expected.people[person];
    const wanted = { ...ordinary(its), late: false, filed: true, unrated: false, ...named };
    for (const key of ['rating', 'level', 'score', 'late', 'filed', 'unrated'] as const) {
      lines.push(...differs(`${person} ${key}`, wanted[key], result[key]));
    }
    lines.push(...differs(`${person} state`, expected.rule.state, result.state));
    if (named?.facts) lines.push(...differs(`${person} facts`, named.facts, outcome.headFacts.get(person)));
  }
  return lines;
}

function ofOutside({ expected, outcome }: Held): string[] {
  return Object.entries(expected.outside).flatMap(([person, { rating, level, document }]) => {
    const result = outcome.results.get(person);
    const is = result && { rating: result.rating, level: result.level, score: result.score };
    return [
      ...differs(`${person} decided outside`, { rating, level, score: null }, is),
      ...differs(`${person} document`, true, result?.decidedBy.includes(document) ?? false),
    ];
  });
}

function ofAuthority({ expected, outcome }: Held): string[] {
  return Object.entries(expected.authority).flatMap(([person, wanted]) => {
    const { row, evaluator, decider, headcount } = outcome.results.get(person) ?? {};
    return differs(`${person} authority`, wanted, { row, evaluator, decider, headcount });
  });
}

function ofFindings({ expected, outcome }: Held): string[] {
  const ids = [...new Set([...Object.keys(expected.findings), ...outcome.findings.keys()])].sort();
  const notified = ids.filter((id) => outcome.findings.get(id)?.notified === true);
  return [...differs('told of', notified, outcome.told), ...ids.flatMap(stands)];
  function stands(id: string): string[] {
    const found = outcome.findings.get(id);
    const is = found && {
      state: found.state,
      remedyState: found.remedyState,
      countsIn: found.countsIn ?? null,
      carriedTo: found.carriedTo ?? null,
    };
    return differs(`finding ${id}`, expected.findings[id], is);
  }
}

/** What was proposed, what was given, and that it comes out again from what was kept with it. */
function ofUnits({ expected, outcome }: Held): string[] {
  const ids = [...new Set([...Object.keys(expected.units), ...outcome.units.keys()])].sort();
  return ids.flatMap((id) => {
    const { why: _, ...wanted } = expected.units[id] ?? { why: '' };
    const rating = outcome.units.get(id);
    const last = rating?.published.at(-1);
    const is = last && {
      proposed: rating?.proposal.rating ?? null,
      rating: last.rating,
      level: last.level,
      version: last.version,
      headAbove: last.trace.some(({ clause }) => clause === 'NĐ 335 Điều 20.6'),
    };
    return [
      ...differs(`unit ${id}`, wanted, is),
      ...(last ? replayUnit(last).map((field) => `unit ${id}: ${field} doesn't come out again`) : []),
    ];
  });
}

/** Filed, taken up and filed again: both are kept, and the log says all of it. */
function ofYearPlan({ expected, outcome: { yearPlan } }: Held): string[] {
  const { why: _, ...wanted } = expected.yearPlan;
  const { unit, state, filings, log } = yearPlan;
  return differs('plan of the year', wanted, { unit, state, filings, acts: log.map(({ what }) => what) });
}

/** Outstanding lines are texts with names; they are taken apart into what they say. */
function outstandingOf(part: RunPart, sample: SampleOrganisation) {
  const byName = new Map(sample.organisation.people.map(({ id, name }) => [name, id]));
  const entries = Object.entries(part.outstanding).flatMap(([unit, lines]) =>
    lines.map((line) => [unit, line] as const),
  );
  const named = (label: string) =>
    entries
      .filter(([, line]) => line.startsWith(`${label}: `))
      .map(([, line]) => byName.get(line.slice(label.length + 2)) ?? line)
      .sort();
  const units = (label: string) =>
    entries
      .filter(([, line]) => line === label)
      .map(([unit]) => unit)
      .sort();
  return {
    unfiled: named('Chưa nộp'),
    unevaluated: named('Chưa đánh giá'),
    withoutUnitSheet: units('Chưa có kế hoạch, báo cáo của đơn vị'),
    withoutFigures: units('Chưa có số liệu của Văn phòng'),
  };
}

function ofRun(which: 'interim' | 'final', { expected, outcome, sample, script }: Held): string[] {
  const part = outcome.run[which];
  if (!part) return [`${which} run: it did not take place`];
  const wanted: ExpectedRun = expected.runs[which];
  const found = outstandingOf(part, sample);
  const everyUnit = [...new Set([...script.authorities.values()].map((a) => a.unit))].sort();
  const figures = wanted.withoutFigures === 'all' ? everyUnit : wanted.withoutFigures;
  return [
    ...differs(`${which} run, unfiled`, wanted.unfiled, found.unfiled),
    ...differs(`${which} run, unevaluated`, wanted.unevaluated, found.unevaluated),
    ...differs(`${which} run, without unit sheet`, wanted.withoutUnitSheet, found.withoutUnitSheet),
    ...differs(`${which} run, without figures`, figures, found.withoutFigures),
  ];
}

function ofConsultations({ expected, outcome }: Held): string[] {
  const silent = [...outcome.consultations].filter(([, { state }]) => state === 'silent').map(([id]) => id);
  return [
    ...differs('consultations', expected.consultations.total, outcome.consultations.size),
    ...differs('silent consultations', expected.consultations.silent, silent.sort()),
  ];
}

function ofAttempts({ expected, played }: Held): string[] {
  const lines = played.allowed.map((which) => `attempt ${which}: it went through`);
  return [
    ...lines,
    ...differs('refused attempts', Object.keys(expected.refusals).sort(), [...played.refused].sort()),
  ];
}

function ofDownloads({ expected, downloaded }: Held): string[] {
  const { files, refused, allowed, missing } = downloaded;
  const count = (kind: string) => files.filter((file) => file.kind === kind).length;
  return [
    ...(['phieu-01', 'phieu-02', 'phieu-02-du-kien'] as const).flatMap((kind) =>
      differs(`PDFs ${kind}`, expected.pdfs[kind], count(kind)),
    ),
    ...differs('downloads refused', expected.pdfs.refused, refused.length),
    ...allowed.map((what) => `download ${what}: it went through`),
    ...missing.map((what) => `download ${what}`),
  ];
}
