// The walls between the rooms (ADR 0001): a forbidden import is reported, its near-identical neighbour is not.
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({
    // Types are of no account to a wall, and files of this test don't exist.
    overrideConfig: {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parserOptions: { projectService: false, project: null } },
      rules: Object.fromEntries(typed.map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
    },
  });
});
const typed = [
  'await-thenable',
  'no-array-delete',
  'no-base-to-string',
  'no-duplicate-type-constituents',
  'no-floating-promises',
  'no-for-in-array',
  'no-implied-eval',
  'no-misused-promises',
  'no-redundant-type-constituents',
  'no-unnecessary-type-assertion',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-enum-comparison',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'no-unsafe-unary-minus',
  'only-throw-error',
  'prefer-promise-reject-errors',
  'require-await',
  'restrict-plus-operands',
  'restrict-template-expressions',
  'unbound-method',
  'switch-exhaustiveness-check',
];

async function reported(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? [])
    .map(({ ruleId, fatal }) => (fatal ? 'fatal' : ruleId))
    .filter((rule) => rule?.startsWith('no-restricted') || rule === 'fatal');
}

const use = (module: string) => `import * as it from '${module}';\nexport const x = it;\n`;

describe('imports run one way', () => {
  it.each([
    ['domain', '../schema/sheet.ts', './level.ts'],
    ['domain', 'firebase-admin/firestore', 'node:crypto'],
    ['schema', '../handlers/ports.ts', '../domain/words.ts'],
    ['report', 'pdfmake', '../schema/sheet.ts'],
    ['report', '../store/pdfRenderer.ts', '../domain/labels.ts'],
    ['handlers', '../store/clock.ts', '../report/phieu01.ts'],
    ['handlers', 'firebase-admin/firestore', '../schema/refs.ts'],
    ['handlers', '@google-cloud/tasks', 'node:crypto'],
    ['handlers', '../params.ts', './ports.ts'],
    ['store', '../triggers/tasks.ts', 'firebase-admin/firestore'],
    ['triggers', '../index.ts', '../handlers/sheetWritten.ts'],
    ['triggers', '../../../web/src/now.ts', '../params.ts'],
  ])('%s may not take %s but may take %s', async (room, forbidden, allowed) => {
    const file = `functions/src/${room}/example.ts`;
    expect(await reported(file, use(forbidden))).toEqual(['no-restricted-imports']);
    expect(await reported(file, use(allowed))).toEqual([]);
  });

  it.each([
    ['../../functions/src/handlers/ports.ts', '../../functions/src/schema/sheet.ts'],
    ['../../functions/src/store/clock.ts', '../../functions/src/domain/level.ts'],
    ['firebase/firestore', 'firebase/firestore/lite'],
  ])('web may not take %s but may take %s', async (forbidden, allowed) => {
    expect(await reported('web/src/example.ts', use(forbidden))).toEqual(['no-restricted-imports']);
    expect(await reported('web/src/example.ts', use(allowed))).toEqual([]);
  });
});

describe('nobody looks at the clock', () => {
  it.each(['Date.now()', 'new Date()'])('%s is reported in functions and web', async (expression) => {
    const code = `export const now = ${expression};\n`;
    expect(await reported('functions/src/domain/example.ts', code)).toEqual(['no-restricted-syntax']);
    expect(await reported('web/src/example.ts', code)).toEqual(['no-restricted-syntax']);
  });

  it('a date of something given is fine', async () => {
    expect(
      await reported('functions/src/domain/example.ts', 'export const at = (ms: number) => new Date(ms);\n'),
    ).toEqual([]);
  });
});
