import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeManifestJar } from '../../local/emulators/jar.ts';
import { findJava } from '../../local/emulators/java.ts';

const folder = mkdtempSync(join(tmpdir(), 'jar-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a jar of nothing but a manifest starts a class elsewhere, on a path too long for one line of it', () => {
  const { java, javac } = findJava();
  const classes = join(folder, 'a folder with spaces', 'x'.repeat(90));
  mkdirSync(classes, { recursive: true });
  writeFileSync(
    join(folder, 'Hello.java'),
    'public class Hello { public static void main(String[] a) { System.out.print("hello " + a[0]); } }',
  );
  execFileSync(javac ?? 'javac', ['-d', classes, join(folder, 'Hello.java')]);
  const jar = join(folder, 'hello.jar');
  writeManifestJar(jar, 'Hello', ['/no/such/first.jar', `${classes}/`]);
  expect(execFileSync(java, ['-jar', jar, 'Rõ'], { encoding: 'utf8' })).toBe('hello Rõ');
});
