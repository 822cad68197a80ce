// Lists the functions that a built package exports, by loading it as a worker would.
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Groups (objects of functions) are named with dots, as in the manifest. */
const program = `
const names = (module, prefix) => Object.entries(module).flatMap(([name, value]) =>
  value?.__endpoint || value?.__trigger ? [prefix + name]
  : value !== null && typeof value === 'object' ? names(value, prefix + name + '.') : []);
const found = names(await import(process.argv[1]), '');
process.stdout.write(JSON.stringify(found), () => process.exit(0));
`;

/** Rejects with the error and the stack that loading the functions gives. */
export async function functionExports(index: string, env: Record<string, string>): Promise<string[]> {
  const options = { env: { ...process.env, ...env, NODE_OPTIONS: '' }, timeout: 60_000 };
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', program, pathToFileURL(index).href],
      options,
    );
    return JSON.parse(stdout.slice(stdout.lastIndexOf('['))) as string[];
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new Error(`The functions cannot be loaded:\n${stderr.trim() || message}`, { cause: error });
  }
}
