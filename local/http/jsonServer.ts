// A small HTTP server for tools on this machine: routes by method and path, JSON in and out, open to local pages.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Call {
  request: IncomingMessage;
  url: URL;
  /** The groups of the route's pattern. */
  params: string[];
  body: Buffer;
  json: () => unknown;
}

/** What a handler may return instead of plain JSON. */
export class Reply {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  constructor(status: number, body: unknown, type = 'application/json; charset=utf-8') {
    this.status = status;
    this.body = typeof body === 'string' ? body : JSON.stringify(body);
    this.type = type;
  }
}

export interface Route {
  method: string;
  path: RegExp;
  handle: (call: Call) => unknown;
}

/** The caller's own mistake: answered with 400 and its sentence, and no stack. */
export class BadCall extends Error {}

const origins = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin;
  if (origin === undefined || !origins.test(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  response.setHeader('vary', 'origin');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function answer(routes: Route[], request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await bodyOf(request);
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(url.pathname) : null;
    if (!match) continue;
    const params = match.slice(1).map((part: string | undefined) => decodeURIComponent(part ?? ''));
    const json = (): unknown => (body.length === 0 ? {} : JSON.parse(body.toString()));
    const result = await route.handle({ request, url, params, body, json });
    return result instanceof Reply ? result : new Reply(200, result ?? {});
  }
  return new Reply(404, { error: `Nothing at ${request.method ?? ''} ${url.pathname}` });
}

function failure(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  return new Reply(error instanceof BadCall || error instanceof SyntaxError ? 400 : 500, { error: message });
}

export function jsonServer(routes: Route[]): Server {
  return createServer((request, response) => {
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    void answer(routes, request)
      .catch(failure)
      .then((reply) => response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body));
  });
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

export function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
