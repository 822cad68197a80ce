// Calls one of the local servers and turns a refusal into an Error with its sentence.
import { request } from 'node:http';

interface Answer {
  status: number;
  text: string;
}

/** Not `fetch`, which gives up after five minutes: a clock may be under way for longer. */
function send(method: string, url: string, body: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      response.on('error', reject);
    });
    sent.on('error', (error) =>
      reject(new Error(`${method} ${url}: ${error.message || (error as NodeJS.ErrnoException).code}`)),
    );
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function messageOf(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : null;
  } catch {
    return null;
  }
}

export async function callJson<T>(method: string, url: string, body?: unknown): Promise<T> {
  const { status, text } = await send(method, url, body);
  if (status >= 200 && status < 300) return (text === '' ? {} : JSON.parse(text)) as T;
  throw new Error(messageOf(text) ?? `${method} ${url}: ${status} ${text}`);
}
