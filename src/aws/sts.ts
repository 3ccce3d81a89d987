import type {
  AssumeRoleCommandInput,
  AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts';
import { openClient } from './client.ts';
import { answerError, INVALID_ANSWER } from './errors.ts';
import { accountOf, areWellFormed, type Identity, type Keys, partitionOfArn } from './identity.ts';
import type { Transport } from './transport.ts';

/** A role's session, as STS gives it. */
export type Assumed = ReturnType<typeof understand>;

export type Sts = Awaited<ReturnType<typeof openSts>>;

/**
 * STS at the region's own endpoint, or at the one given. Each call is one request. The caller repeats it: the inputs say how
 * often. All throw what the SDK throws; or that the answer does not have the form of STS'.
 */
export async function openSts(options: {
  readonly region: string;
  readonly endpoint: string | undefined;
  /** Undefined for calls that bring a token of their own. */
  readonly keys: Keys | undefined;
  readonly transport: Transport;
}) {
  const { STS } = await import('@aws-sdk/client-sts');
  const { endpoint } = options;
  const sts = openClient(STS, options, endpoint ? { endpoint } : {}, () => ({ tries: 1 }));
  return {
    assumeRole: async (input: AssumeRoleCommandInput) => understand(await sts.assumeRole(input)),
    assumeRoleWithWebIdentity: async (input: AssumeRoleWithWebIdentityCommandInput) =>
      understand(await sts.assumeRoleWithWebIdentity(input)),
    identify: async () => identityIn((await sts.getCallerIdentity({})).Arn ?? ''),
  };
}

function understand(answer: Pick<AssumeRoleCommandOutput, 'Credentials' | 'AssumedRoleUser'>) {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {};
  const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  if (!areWellFormed(keys))
    throw answerError(INVALID_ANSWER, 'the answer has no access key, secret and session token');
  const arn = answer.AssumedRoleUser?.Arn;
  return {
    keys,
    // An STS that is not AWS' own might not say when it expires, and whose it is.
    expires: Expiration,
    identity: arn ? identityIn(arn) : undefined,
  };
}

/** The form of a caller's ARN (IAM user guide, "IAM identifiers"): names have word characters and `+=,.@-`, paths a slash. */
const CALLER = /^arn:aws[a-z-]*:(?:sts|iam)::\d{12}:[\w+=,.@/:-]{1,700}$/;

/** Whose the ARN is. @throws if it does not have the form of a caller's ARN. */
function identityIn(arn: string): Identity {
  if (CALLER.test(arn))
    return { account: accountOf(arn), arn, partition: partitionOfArn(arn) as Identity['partition'] };
  throw answerError(INVALID_ANSWER, 'the answer says whose the session is, and not as an ARN of AWS');
}
