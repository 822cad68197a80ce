// A third profile needs no code: a file in a folder is found, resolves an organisation, and says where it is broken.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { organisation, person, unit } from '../../../test/fixtures/organisationTable.ts';
import { aggregators, resolveAuthorities } from '../domain/authority.ts';
import { profileOf, profiles } from '../domain/profiles/profile.ts';
import { defaultSettings } from '../domain/settings.ts';
import { ProfileError } from '../schema/profile.ts';
import { loadProfiles, readProfiles } from './profileFiles.ts';

const third = 'agency@VD-2026';
const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));
const example = fileURLToPath(new URL(`../../../test/fixtures/profiles/${third}.json`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  rmSync(folder, { recursive: true });
  cpSync(shipped, folder, { recursive: true });
});

describe('a third profile', () => {
  it('is unknown until its file lies in the folder, and then resolves an organisation of its own words', () => {
    expect(() => profileOf(third)).toThrow(RangeError);
    cpSync(example, join(folder, `${third}.json`));
    loadProfiles(folder);
    const o = organisation(
      [
        unit('ld', 'leadership', 'party', { role: 'office' }),
        unit('t1', 'team', 'government', { parent: 'ld' }),
      ],
      [
        person('gd', 'ld:director', { decidedOutside: true }),
        person('pgd', 'ld:vice-director'),
        person('tt', 't1:leader'),
        person('tp', 't1:second[tv]'),
        person('tv', 't1:member'),
        person('la', 't1:teacher'),
      ],
    );
    const resolved = resolveAuthorities(profileOf(third), o, defaultSettings, '2026-04-01');
    const lines = [...resolved.authorities.values()].map((a) =>
      [a.person, a.row, a.clause, a.evaluator, a.decider, a.isHead].join(' '),
    );
    expect(lines).toEqual([
      'pgd 1 VD 1 gd gd false',
      'tp 0 VD 3 tt tt false',
      'tt 1 VD 1 gd gd true',
      'tv 2 VD 2 tp tt false',
    ]);
    expect(resolved.gaps).toEqual([
      {
        person: 'la',
        reason: 'Chức vụ “teacher” thuộc loại “teacher” không có trong bộ quy tắc agency@VD-2026.',
      },
    ]);
    expect(aggregators(profileOf(third), o, 'government', '2026-04-01')).toEqual(['gd']);
  });

  it('leaves the others readable, older versions too', () => {
    loadProfiles(folder);
    const ids = profiles().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['commune@S0-2025', 'district@S3-2024']));
    for (const id of ids) expect(profileOf(id).id).toBe(id);
    for (const id of ['', 'district', 'district@S3-2025']) expect(() => profileOf(id)).toThrow(RangeError);
  });
});

describe('a broken file', () => {
  const broken = (content: string, name = `${third}.json`) => {
    writeFileSync(join(folder, name), content);
    try {
      readProfiles(folder);
    } catch (error) {
      if (error instanceof ProfileError) return error.message;
      throw error;
    }
    return null;
  };
  it('is named where it is no JSON', () => {
    expect(broken('{ "id": ')).toMatch(/^agency@VD-2026\.json: no JSON: /);
  });
  it('is named by file and field where it is no profile', () => {
    expect(broken('{ "id": "agency@VD-2026" }')).toMatch(/^agency@VD-2026\.json: name: /);
  });
  it('stops the reading of all, so that nothing is decided by half a table', () => {
    expect(broken('{}')).not.toBeNull();
    expect(() => loadProfiles(folder)).toThrow(ProfileError);
  });
});
