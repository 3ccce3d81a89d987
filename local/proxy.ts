import { createServer, request as forward } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Listening } from './http.ts';

/** A forward proxy on 127.0.0.1, and the requests through it. */
export interface ForwardProxy extends Listening {
  /** `POST http://host:port/` of plain requests, `CONNECT host:port` of tunnels. */
  readonly passed: string[];
}

/**
 * Starts a proxy as companies have them. Names need no DNS: a tunnel leads to the address that `hosts` has for the
 * requested host.
 */
export async function startProxy(hosts: Readonly<Record<string, string>> = {}): Promise<ForwardProxy> {
  const passed: string[] = [];
  // The server no longer owns a socket that became a tunnel.
  const tunnels = new Set<Duplex>();
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    passed.push(`${method} ${url}`);
    const onward = forward(url, { method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket, head) => {
    const target = incoming.url ?? '';
    passed.push(`CONNECT ${target}`);
    const [host = '', port = '443'] = (hosts[target] ?? target).split(':');
    const tunnel = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [tunnel, socket]) {
      tunnels.add(end);
      end.on('close', () => tunnels.delete(end));
      end.on('error', () => {
        tunnel.destroy();
        socket.destroy();
      });
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
        for (const end of tunnels) end.destroy();
      }),
  };
}
