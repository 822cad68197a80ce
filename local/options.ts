// Options of `npm start` and `npm run demo`; a typing error must not lead to the old data, or away from them.
import { parseArgs } from 'node:util';
import { isSampleName, sampleNames, type SampleName } from './sample/books.ts';
import { SetupProblem } from './setupProblem.ts';

export interface Options<Flag extends string> {
  /** `--profile district` (the default) or `--profile commune`: which sample organisation. */
  sample: SampleName;
  flags: ReadonlySet<Flag>;
}

/** Throws SetupProblem on what wasn't asked for in these words. */
export function optionsOf<Flag extends string>(
  args: readonly string[],
  flags: readonly Flag[],
): Options<Flag> {
  const offered = [...flags.map((flag) => `--${flag}`), `--profile ${sampleNames.join('|')}`].join(', ');
  const read = () => {
    try {
      return parseArgs({
        args: [...args],
        options: {
          profile: { type: 'string', default: 'district' },
          ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
        },
      });
    } catch (error) {
      throw new SetupProblem(
        `${error instanceof Error ? error.message : String(error)} There are: ${offered}.`,
      );
    }
  };
  const values: Record<string, unknown> = read().values;
  const profile = String(values['profile']);
  if (!isSampleName(profile))
    throw new SetupProblem(`There is no sample “${profile}”. There are: ${offered}.`);
  return { sample: profile, flags: new Set(flags.filter((flag) => values[flag] === true)) };
}
