import { fromIni } from '@aws-sdk/credential-provider-ini';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { Keys } from './identity.ts';
import type { Transport } from './transport.ts';

/** Keys as the SDK's providers find them. */
export interface Provided {
  readonly keys: Keys;
  readonly expires: Date | undefined;
}

/** What the providers need for requests of their own (STS, IAM Identity Center). */
export interface Reach {
  /** Asked only where a provider makes a request, and the profile names no region of its own. */
  readonly region: () => Promise<string>;
  readonly transport: Transport;
}

/** What the SDK finds by itself: environment, the files' profile `default`, a container's or instance's role. */
export async function ambientKeys(reach: Reach): Promise<Provided> {
  return provided(await defaultProvider(requestsOf(reach))());
}

/** What a profile of the AWS files gives: keys, SSO, credential_process, a web identity, a role of another profile. */
export async function profileKeys(profile: string, reach: Reach): Promise<Provided> {
  return provided(await fromIni({ profile, ...requestsOf(reach) })());
}

function requestsOf({ region, transport }: Reach) {
  const { httpAgent, httpsAgent } = transport.agents;
  const requestHandler = { httpAgent, httpsAgent };
  // The SSO client takes its handler from clientConfig, and would take a region there for that of the SSO session.
  return { clientConfig: { requestHandler }, parentClientConfig: { region, requestHandler } };
}

function provided(found: {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}): Provided {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
  return {
    keys: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    expires: expiration,
  };
}
