import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on 127.0.0.1: its URL, and how to stop it. */
export interface Listening {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  url: string;
  /** Ends the server and every connection to it, also those that are idle or without an answer. */
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port of 127.0.0.1; nothing outside this machine can reach it. */
export function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  // By default, Node closes an idle connection after five seconds. A client that still uses it would get a reset, which
  // no test asked for.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise(done => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The body of the request. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The headers as a plain record, names in lower case (as Node gives them), lists joined. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** Waits; zero is no wait at all, not even a turn of the event loop. */
export async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise(resolve => setTimeout(resolve, milliseconds));
}
