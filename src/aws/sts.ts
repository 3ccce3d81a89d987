import type {
  AssumeRoleCommandInput,
  AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts';
import type { Keys } from '../credentials/session.ts';
import { clientConfig, traced } from './client.ts';
import type { Transport } from './transport.ts';

export type { AssumeRoleCommandInput, AssumeRoleWithWebIdentityCommandInput };

/** An answer of STS with new credentials in it. */
export type Assumed = Pick<AssumeRoleCommandOutput, 'Credentials' | 'AssumedRoleUser'>;

/** STS of one region; each call is one request. */
export interface Sts {
  assumeRole(input: AssumeRoleCommandInput): Promise<Assumed>;
  assumeRoleWithWebIdentity(input: AssumeRoleWithWebIdentityCommandInput): Promise<Assumed>;
  /** The ARN that the keys belong to; '' where the answer has none. */
  callerArn(): Promise<string>;
}

/**
 * STS at the region's own endpoint, or at the one given.
 *
 * Its own retries are off: `credentials/retry.ts` knows which refusals pass, which the SDK does not (it gives up on
 * "Couldn't retrieve verification key", and on the role that IAM does not know everywhere yet).
 */
export async function openSts(options: {
  readonly region: string;
  readonly endpoint: string | undefined;
  /** Undefined for calls that bring a token of their own. */
  readonly keys: Keys | undefined;
  readonly transport: Transport;
}): Promise<Sts> {
  const { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } =
    await import('@aws-sdk/client-sts');
  const { region, endpoint, keys, transport } = options;
  const client = traced(
    new STSClient({
      ...clientConfig(region, transport),
      maxAttempts: 1,
      ...(endpoint ? { endpoint } : {}),
      ...(keys ? { credentials: { ...keys } } : {}),
    }),
    transport,
  );
  const abortSignal = transport.signal;
  return {
    assumeRole: input => client.send(new AssumeRoleCommand(input), { abortSignal }),
    assumeRoleWithWebIdentity: input =>
      client.send(new AssumeRoleWithWebIdentityCommand(input), { abortSignal }),
    callerArn: async () => (await client.send(new GetCallerIdentityCommand({}), { abortSignal })).Arn ?? '',
  };
}
