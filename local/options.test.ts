// Options are taken as they are written, and refused with what there is.
import { describe, expect, it } from 'vitest';
import { optionsOf } from './options.ts';
import { SetupProblem } from './setupProblem.ts';

const flags = ['fresh', 'free-ports'] as const;
const read = (...args: string[]) => {
  const { sample, flags: set } = optionsOf(args, flags);
  return [sample, ...set];
};

describe('options', () => {
  it.each([
    [[], ['district']],
    [['--profile', 'commune'], ['commune']],
    [
      ['--profile=commune', '--fresh'],
      ['commune', 'fresh'],
    ],
    [
      ['--free-ports', '--fresh', '--profile', 'district'],
      ['district', 'fresh', 'free-ports'],
    ],
  ])('%j', (args, expected) => expect(read(...args)).toEqual(expected));

  it.each([
    ['--frehs'],
    ['--profile', 'ward'],
    ['--profile'],
    ['commune'],
    ['--fresh=yes'],
    ['--profile', 'toString'],
  ])('refuses %s %s and says what there is', (...args) => {
    expect(() => read(...args)).toThrow(SetupProblem);
    expect(() => read(...args)).toThrow('--fresh, --free-ports, --profile district|commune');
  });
});
