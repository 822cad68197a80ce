// Runs another program to its end, and lets it answer the signals meant for both.
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Ctrl-C reaches the whole terminal; whoever waits must outlive what it waits for. */
function outlive(child) {
  const ignore = () => {};
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', ignore);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, pass);
  return () => {
    process.removeListener('SIGINT', ignore);
    for (const signal of ['SIGTERM', 'SIGHUP']) process.removeListener(signal, pass);
  };
}

/** Resolves with the exit code, and the output where it was not shown. */
export function run(program, args, { stdio = ['ignore', 'pipe', 'pipe'], env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio });
    const done = outlive(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (code, text = '') => {
      done();
      resolve({ code, output: output + text });
    };
    child.once('error', (error) => end(1, `${program}: ${error.message}\n`));
    child.once('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
