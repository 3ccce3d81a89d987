import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { LocalServices } from '../../local/services.ts';

/** Milliseconds to GitHub's token service and back. It is near GitHub's runners. */
const TOKEN_SERVICE_MS = 3;

/** Milliseconds that a service takes to answer, without the distance. */
const ANSWER_MS = 15;

/**
 * An event that took round trips: the handshakes of a connection (TCP and TLS 1.3, one each), or a request. Clock:
 * performance.now.
 */
interface Trip {
  readonly began: number;
  ended: number;
  /** How many round trips to AWS: 2 for a connection, 1 for a request, 0 if it was to GitHub. */
  readonly count: number;
  /** The connection that a request used. */
  readonly by?: Trip | undefined;
}

/** The local services, each on a separate host behind TLS, at a distance. */
export interface Distance {
  /** The variables that lead the step to them. */
  readonly env: Record<string, string>;
  /** Requests, and round trips to AWS that had to wait for each other, since the last call. */
  taken(): { readonly requests: number; readonly roundTrips: number };
  close(): Promise<void>;
}

/**
 * Puts a TLS server in front of each service. The handshakes of TCP and of TLS, and every request, take a round trip.
 *
 * @param roundTrip milliseconds to AWS and back. @param folder where the certificate is written.
 */
export async function atDistance(
  services: LocalServices,
  roundTrip: number,
  folder: string,
): Promise<Distance> {
  const certificate = makeCertificate(folder);
  const connections: Trip[] = [];
  const requests: Trip[] = [];
  const servers: Server[] = [];
  services.aws.latency = services.github.latency = ANSWER_MS;

  /** @returns the port of a front for the plain server at `url`. */
  async function front(url: string, milliseconds: number, counts: 0 | 1): Promise<number> {
    const opened = new Map<number | undefined, Trip>();
    const tls = https.createServer(certificate, (incoming, outgoing) => {
      const request: Trip = {
        began: performance.now() - milliseconds / 2,
        ended: Infinity,
        count: counts,
        by: opened.get(incoming.socket.remotePort),
      };
      requests.push(request);
      const { method, url: target, headers } = incoming;
      const onward = http.request(new URL(target ?? '/', url), { method, headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.once('end', () => {
          request.ended = performance.now() + milliseconds / 2;
        });
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
    const tlsPort = await listening(tls);
    const wire = net.createServer(client => {
      const began = performance.now();
      const server = net.connect(tlsPort, '127.0.0.1', () => {
        const connection = { began, ended: began + 2 * milliseconds, count: 2 * counts };
        opened.set(server.localPort, connection);
        connections.push(connection);
        // The client's connect() has already returned, so the time of TCP's handshake is added here.
        delayed(client, server, began + milliseconds, milliseconds / 2);
        delayed(server, client, 0, milliseconds / 2);
      });
      client.on('error', () => server.destroy());
      server.on('error', () => client.destroy());
    });
    servers.push(tls, wire);
    return listening(wire);
  }

  const aws = async () => `https://127.0.0.1:${await front(services.aws.url, roundTrip, 1)}`;
  const token = new URL(services.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
  const tokenPort = await front(token.origin, TOKEN_SERVICE_MS, 0);
  const { AWS_ENDPOINT_URL: _, ...env } = services.env;
  return {
    env: {
      ...env,
      AWS_ENDPOINT_URL_STS: await aws(),
      AWS_ENDPOINT_URL_SSM: await aws(),
      AWS_ENDPOINT_URL_ECR: await aws(),
      AWS_ENDPOINT_URL_S3: await aws(),
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://127.0.0.1:${tokenPort}${token.pathname}${token.search}`,
      NODE_EXTRA_CA_CERTS: certificate.file,
    },
    taken() {
      const trips = [...connections.splice(0), ...requests.splice(0)];
      return {
        requests: trips.filter(trip => 'by' in trip).length,
        roundTrips: Math.max(0, ...longestChains(trips)),
      };
    },
    close: async () => {
      for (const server of servers) server.close();
      for (const server of servers) if (server instanceof https.Server) server.closeAllConnections();
    },
  };
}

/** For each trip: the round trips of the longest chain that ends with it, each begun when the one before had ended. */
function longestChains(trips: readonly Trip[]): number[] {
  const chains = new Map<Trip, number>();
  for (const trip of [...trips].sort((one, other) => one.began - other.began)) {
    const before = [...chains].filter(([other]) => other === trip.by || other.ended <= trip.began);
    chains.set(trip, trip.count + Math.max(0, ...before.map(([, count]) => count)));
  }
  return [...chains.values()];
}

/** Passes everything on with this delay in milliseconds, and nothing before the given time. */
function delayed(from: Socket, to: Socket, notBefore: number, milliseconds: number): void {
  const later = (act: () => void) =>
    setTimeout(act, Math.max(0, notBefore - performance.now()) + milliseconds);
  from.on('data', chunk => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  from.on('close', () => later(() => to.destroy()));
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A self-signed certificate for 127.0.0.1. openssl makes it, because Node cannot. */
function makeCertificate(folder: string): { key: Buffer; cert: Buffer; file: string } {
  const [key, file] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench';
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', file];
  execFileSync('openssl', [...request.split(' '), ...names], { stdio: 'pipe' });
  return { key: readFileSync(key), cert: readFileSync(file), file };
}
