// Settings with their words and limits: none is left out, every default stands, and what can't stand is refused.
import { describe, expect, it } from 'vitest';
import { defaultSettings, defaultYearSettings } from './settings.ts';
import {
  settingEntries,
  settingFault,
  settingsFault,
  settingText,
  settingWords,
  type SettingName,
} from './settingsTable.ts';

const defaults = { ...defaultSettings, ...defaultYearSettings, template: 'HN-1841@1' };
const entryOf = (name: SettingName) => settingEntries.find((entry) => entry.name === name)!;

describe('the table of settings', () => {
  it('names each setting once', () => {
    expect(settingEntries.map(({ name }) => name).sort()).toEqual(Object.keys(defaults).sort());
  });
  it.each(settingEntries.map((entry) => [entry.name, entry] as const))(
    'lets the default of %s stand',
    (name, entry) => {
      expect(settingFault(entry, defaults[name])).toBeNull();
    },
  );
  it.each<[SettingName, unknown[]]>([
    ['headcount', [1, 201, 20.5, '20', null, Number.NaN]],
    ['evaluateDay', [24, 29]],
    ['unratedBelow', [-0.1, 1.1, Number.NaN, '0.5']],
    ['quotaWarning', ['true', 1, null]],
    ['template', ['ND-335-LD@1', 'rieng@1', '']],
    ['publishedFindings', ['all', '', null, 'toString']],
    ['reminderDays', [[2, 2], [11], [-1], [1.5], '2', [0, 1, 2, 3, 4, 5]]],
  ])('refuses of %s what can’t stand', (name, values) => {
    for (const value of values)
      expect([value, settingFault(entryOf(name), value)]).not.toEqual([value, null]);
  });
  it('keeps the cap of the year below its failure', () => {
    expect(settingsFault({ poorMonthsCap: 3, poorMonthsFail: 3 })).toBeNull();
    expect(settingsFault({ poorMonthsCap: 4, poorMonthsFail: 3 })?.name).toBe('poorMonthsCap');
  });
  // The page puts the clause into parentheses: "((suy ra))", and "(domain 4)" is no clause of anything.
  it('names a clause of S0 or S3, or says that it is inferred', () => {
    for (const { name, clause } of settingEntries)
      expect([name, clause]).toEqual([name, expect.stringMatching(/^(S[03] [IV0-9][IV.0-9]*|suy ra)$/)]);
  });
  // The history told "none → codes", "true → false" and "0.5 → 0.4".
  it.each<[SettingName, unknown, string]>([
    ['publishedFindings', 'codes', 'Mã biểu hiện'],
    ['quotaWarning', true, 'Có'],
    ['quotaWarning', false, 'Không'],
    ['unratedBelow', 0.5, '50%'],
    ['unratedBelow', 0.125, '12,5%'],
    ['headcount', 20, '20 người'],
    ['reminderDays', [2, 1, 0], '2, 1, 0'],
    ['reminderDays', [], 'không nhắc'],
  ])('tells %s %s as “%s”', (name, value, words) => {
    expect(settingWords(entryOf(name), settingText(value))).toBe(words);
  });
});
