import type { Identity, Keys } from '../credentials/session.ts';

/** What it takes to ask AWS something: whose keys, in which account and region, and how requests travel. */
export interface Access {
  readonly keys: Keys;
  readonly identity: Identity;
  readonly region: string;
  readonly transport: Transport;
}

/** How requests travel: one for the whole step, so that connections are shared. */
export interface Transport {
  /** Told of every request that was answered or failed: service, command, milliseconds, attempts. */
  readonly trace: (line: string) => void;
  /** Ends every request under way, when the step has failed elsewhere. */
  readonly signal: AbortSignal;
  readonly proxy: ProxySettings;
  /** Milliseconds to wait for an answer before a request counts as lost, where it is not the default. */
  readonly answerWithin?: number;
}

/** A proxy that the workflow names; without a URL, the environment's HTTPS_PROXY, HTTP_PROXY and NO_PROXY stand. */
export interface ProxySettings {
  readonly url?: string;
  /** Hosts to reach without it, separated by commas. */
  readonly except?: string;
}
