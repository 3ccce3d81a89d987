import { callerContext, identityVerdict, principalsOf } from './access.ts';
import { accountOf } from './arn.ts';
import { evaluate } from './iam.ts';
import { type Answer, AwsError, type Call, type Operations, text } from './model.ts';
import { type AwsState, type Caller, type Credential, isSession, type Role } from './state.ts';
import { providerContext, verifyIdentity } from './web-identity.ts';
import { leaf, tag } from './xml.ts';

/** Security Token Service. */
export const sts: Operations = {
  AssumeRoleWithWebIdentity: {
    access: 'open', // The token is the credential.
    write: false,
    run: async (call, state) => {
      const request = sessionRequest(call, state);
      const { provider, claims } = await verifyIdentity(
        text(call, 'WebIdentityToken'),
        accountOf(request.roleArn),
        state,
      );
      const role = state.roles.get(request.roleArn);
      const question = {
        action: 'sts:AssumeRoleWithWebIdentity',
        principals: { Federated: [provider.arn] },
        context: { ...providerContext(provider, claims), 'sts:RoleSessionName': request.sessionName },
      };
      // A role that does not exist is refused with the same message, so that the caller learns nothing about the
      // account.
      if (!role || evaluate([role.trust], question) !== 'allow') {
        throw new AwsError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
      }
      const session = start(state, role, request);
      return result(call, [
        leaf('SubjectFromWebIdentityToken', String(claims.sub)),
        assumed(session),
        leaf('Provider', provider.arn),
        leaf('Audience', [claims.aud].flat()[0]),
        packed(request, state),
      ]);
    },
  },

  AssumeRole: {
    access: 'signed',
    write: false,
    needs: () => [], // The trust policy decides, see below.
    run: (call, caller, state) => {
      const request = sessionRequest(call, state);
      const role = state.roles.get(request.roleArn);
      const tagged = Object.keys(request.tags).length > 0;
      for (const action of ['sts:AssumeRole', ...(tagged ? ['sts:TagSession'] : [])]) {
        if (!role || !mayAssume(caller, role, action, request)) {
          const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${request.roleArn}`;
          throw new AwsError(403, 'AccessDenied', message);
        }
        if (isSession(caller) && request.seconds > 3600) {
          const message =
            'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining';
          throw invalid(message);
        }
      }
      const session = start(state, role as Role, request, caller);
      return result(call, [assumed(session), packed(request, state)]);
    },
  },

  GetCallerIdentity: {
    access: 'signed',
    write: false,
    needs: () => [], // No permission is needed, and none can be taken away (AWS' reference of the call).
    run: (call, caller) =>
      result(call, [
        leaf('Arn', caller.arn),
        leaf('UserId', caller.userId),
        leaf('Account', caller.accountId),
      ]),
  },
};

/** The parameters of both ways to assume a role. */
interface SessionRequest {
  roleArn: string;
  sessionName: string;
  seconds: number;
  tags: Record<string, string>;
  transitiveTags: string[];
  externalId: string;
  /** Characters of policies and tags that have to fit into the token. */
  size: number;
}

const TAG_PATTERN = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function sessionRequest(call: Call, state: AwsState): SessionRequest {
  const roleArn = text(call, 'RoleArn');
  if (!/^arn:[\w-]+:iam::\d{12}:role\/\S+$/.test(roleArn)) throw invalid('Request ARN is invalid');
  const sessionName = text(call, 'RoleSessionName');
  constrain(
    sessionName,
    'roleSessionName',
    /^[\w+=,.@-]*$/.test(sessionName),
    String.raw`satisfy regular expression pattern: [\w+=,.@-]*`,
  );
  constrain(
    sessionName,
    'roleSessionName',
    sessionName.length >= 2,
    'have length greater than or equal to 2',
  );
  constrain(sessionName, 'roleSessionName', sessionName.length <= 64, 'have length less than or equal to 64');
  const seconds = Number(text(call, 'DurationSeconds') || 3600);
  constrain(seconds, 'durationSeconds', seconds >= 900, 'have value greater than or equal to 900');
  constrain(seconds, 'durationSeconds', seconds <= 43200, 'have value less than or equal to 43200');
  const policy = text(call, 'Policy');
  constrain(policy, 'policy', policy.length <= 2048, 'have length less than or equal to 2048');
  if (policy) readPolicy(policy);
  const tags = sessionTags(call);
  const carried = [policy, ...members(call, 'PolicyArns', '.arn'), ...Object.entries(tags).flat()];
  const request: SessionRequest = {
    roleArn,
    sessionName,
    seconds,
    tags,
    transitiveTags: members(call, 'TransitiveTagKeys'),
    externalId: text(call, 'ExternalId'),
    size: carried.join('').length,
  };
  const percent = percentOf(request, state);
  if (percent > 100) {
    const message = `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`;
    throw new AwsError(400, 'PackedPolicyTooLarge', message);
  }
  return request;
}

function sessionTags(call: Call): Record<string, string> {
  const keys = members(call, 'Tags', '.Key');
  const values = members(call, 'Tags', '.Value');
  const pattern = String.raw`satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*`;
  for (const [index, value] of values.entries()) {
    const member = `tags.${index + 1}.member.value`;
    constrain(value, member, TAG_PATTERN.test(value), pattern);
    constrain(value, member, value.length <= 256, 'have length less than or equal to 256');
  }
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']));
}

/** A list of the query protocol: `Tags.member.1.Key`, `Tags.member.2.Key` and so on. */
function members(call: Call, list: string, field = ''): string[] {
  const values: string[] = [];
  for (let index = 1; call.params[`${list}.member.${index}${field}`] !== undefined; index++) {
    values.push(text(call, `${list}.member.${index}${field}`));
  }
  return values;
}

function readPolicy(policy: string): void {
  try {
    JSON.parse(policy);
  } catch {
    throw new AwsError(400, 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.');
  }
}

/**
 * Whether the trust policy accepts the caller. Inside one account, it is enough if it names the caller or its role. If
 * it names the account, or if the role is in another account, the caller's own policies must allow it too.
 */
function mayAssume(caller: Caller, role: Role, action: string, request: SessionRequest): boolean {
  const { itself, account } = principalsOf(caller);
  const keys = Object.keys(request.tags);
  const context = {
    ...callerContext(caller),
    'sts:RoleSessionName': request.sessionName,
    ...(request.externalId && { 'sts:ExternalId': request.externalId }),
    ...(keys.length > 0 && { 'aws:TagKeys': keys }),
    ...(request.transitiveTags.length > 0 && { 'sts:TransitiveTagKeys': request.transitiveTags }),
    ...Object.fromEntries(keys.map(key => [`aws:RequestTag/${key}`, request.tags[key] ?? ''])),
  };
  const trusted = (names: string[]) =>
    evaluate([role.trust], { action, principals: { AWS: names }, context }) === 'allow';
  const identity = identityVerdict(caller, { action, resource: role.arn, context });
  if (identity === 'explicit-deny' || !trusted([...itself, ...account])) return false;
  return identity === 'allow' || (role.accountId === caller.accountId && trusted(itself));
}

/** Starts the session. It inherits the caller's transitive tags. */
function start(state: AwsState, role: Role, request: SessionRequest, caller?: Caller): Credential {
  if (request.seconds > role.maxSessionDuration) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const inherited = caller?.transitiveTags ?? [];
  return state.startSession(role, request.sessionName, request.seconds, {
    tags: { ...request.tags, ...Object.fromEntries(inherited.map(key => [key, caller?.tags[key] ?? ''])) },
    transitiveTags: [...new Set([...inherited, ...request.transitiveTags])],
  });
}

function assumed({ accessKeyId, secretAccessKey, sessionToken, expires, caller }: Credential): string {
  return (
    tag('AssumedRoleUser', leaf('AssumedRoleId', caller.userId), leaf('Arn', caller.arn)) +
    tag(
      'Credentials',
      leaf('AccessKeyId', accessKeyId),
      leaf('SecretAccessKey', secretAccessKey),
      leaf('SessionToken', sessionToken),
      leaf('Expiration', new Date(expires).toISOString()),
    )
  );
}

function percentOf(request: SessionRequest, state: AwsState): number {
  return Math.ceil((request.size / state.packedPolicySize) * 100);
}

function packed(request: SessionRequest, state: AwsState): string {
  return request.size > 0 ? leaf('PackedPolicySize', percentOf(request, state)) : '';
}

function result(call: Call, content: string[]): Answer {
  const body = tag(
    `${call.action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"`,
    tag(`${call.action}Result`, ...content),
    tag('ResponseMetadata', leaf('RequestId', 'local')),
  );
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function invalid(message: string): AwsError {
  return new AwsError(400, 'ValidationError', message);
}

function constrain(value: string | number, member: string, holds: boolean, rule: string): void {
  if (holds) return;
  throw invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${rule}`,
  );
}
