import http from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';

/** A proxy that the workflow names; without a URL, the environment's HTTPS_PROXY, HTTP_PROXY and NO_PROXY apply. */
export interface ProxySettings {
  readonly url?: string;
  /** Hosts to reach without it, separated by commas. */
  readonly except?: string;
}

/** The agents that carry every request to AWS. */
export type Agents = ReturnType<typeof makeAgents>;

/** The agents for the whole step, so that all clients share their connections. */
export function makeAgents(settings: ProxySettings) {
  const proxyEnv = proxyEnvironment(settings);
  const options = { keepAlive: true, maxSockets: 50, proxyEnv };
  const [httpAgent, httpsAgent] = [new http.Agent(options), new https.Agent(options)];
  const [openHttp, openHttps] = [earlyConnections(httpAgent), earlyConnections(httpsAgent)];
  return {
    httpAgent,
    httpsAgent,
    /**
     * Opens a connection before there is a request for it, so that looking up the name and the handshakes of TCP and TLS
     * happen while the step waits for something else. The next request to that host takes it. If it cannot be opened,
     * or if nobody needs it, nothing is lost. With a proxy, nothing is opened.
     */
    openEarly(endpoint: string): void {
      if (proxyEnv['HTTPS_PROXY']) return;
      const { protocol, hostname: host, port } = new URL(endpoint);
      if (protocol !== 'https:') openHttp({ host, port: Number(port || 80) });
      else openHttps({ host, port: Number(port || 443), servername: net.isIP(host) ? '' : host });
    },
  };
}

/**
 * Node's agents take proxies in the form of the environment's variables (since 24.5; no package is needed for it). As
 * in configure-aws-credentials one proxy serves both protocols, and HTTPS_PROXY goes before HTTP_PROXY.
 */
function proxyEnvironment({ url, except }: ProxySettings): NodeJS.ProcessEnv {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, NO_PROXY, no_proxy } = process.env;
  const proxy = url || HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy;
  return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: except || NO_PROXY || no_proxy };
}

interface Target {
  readonly host: string;
  readonly port: number;
  readonly servername?: string;
}

const AS_AGENTS_DO = { keepAlive: true, noDelay: true, ALPNProtocols: ['http/1.1'] };

/** Lets the agent take an early connection before it opens one of its own (Node's documentation, `agent.createConnection`). */
function earlyConnections(agent: http.Agent): (target: Target) => void {
  const waiting = new Map<Socket, Target>();
  const open = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const { host, port } = options as Target;
    const [socket] =
      [...waiting].find(([{ writable }, to]) => writable && to.host === host && to.port === port) ?? [];
    if (!socket) return open(options, callback);
    waiting.delete(socket);
    return socket.ref();
  };
  return to => {
    const socket = open({ ...AS_AGENTS_DO, ...to }) as Socket;
    socket.on('error', () => {}); // The request then opens a connection of its own, and reports what is wrong.
    waiting.set(socket.unref(), to);
  };
}
