// Posts bytes with exactly the headers given, which `fetch` does not do, and tells the status and the answer.
import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

/** Kept-alive connections: a delivery of an event costs milliseconds. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Posted {
  status: number;
  body: string;
}

export interface Post {
  port: number;
  path: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  timeoutMs: number;
  signal?: AbortSignal;
}

async function read(response: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 599, body: Buffer.concat(chunks).toString() };
}

/** Never rejects: whatever goes wrong on the way counts as an answer of 599. */
export function post({ port, path, headers, body, timeoutMs, signal }: Post): Promise<Posted> {
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 599, body: error.message });
    const sent = request(
      { host: '127.0.0.1', port, path, method: 'POST', headers, agent, ...(signal ? { signal } : {}) },
      (response) => {
        read(response).then(resolve, failed);
      },
    );
    sent.on('error', failed);
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    sent.end(body);
  });
}
