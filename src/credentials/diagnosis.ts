import { type Fault, WITHOUT_CODE } from '../aws/errors.ts';
import { accountOf } from '../aws/identity.ts';
import type { Problem } from '../failure.ts';
import {
  causes,
  claimsText,
  providerArn,
  roleName,
  type StsRequest,
  trustCaller,
  trustToken,
} from './trust.ts';

/**
 * Why STS, or the network, gave no session, and how to fix it. The first reason that fits counts. Most refusals of STS have
 * one of three codes, and the rest is in the message (STS API reference, "Errors" of AssumeRole and
 * AssumeRoleWithWebIdentity; IAM user guide, "Troubleshoot IAM roles").
 */
export function stsRefused({ code, message, status }: Fault, request: StsRequest): Problem {
  const { role = '', claims = {}, name, region, roleDurationSeconds: seconds } = request;
  const byToken = request.claims !== undefined;
  const on = (codes: RegExp, part = /^/) => codes.test(code) && part.test(message);
  const isBare = WITHOUT_CODE.test(code) && status !== undefined;
  const answer = isBare ? `HTTP status ${status}` : `${code}: ${message}`;
  const said = `\nAWS said: ${answer}`;
  const shown = claimsText(claims);
  const forTags = request.tagged ? ', set fewer `custom-tags` or `role-skip-session-tagging: true`' : '';

  const reasons: ReadonlyArray<Problem & { readonly when: boolean }> = [
    {
      when: byToken && on(/^ExpiredToken$/),
      title: 'The token has expired',
      what: `AWS does not accept ${name}, because it has expired.${said}${shown}`,
      next: "GitHub's token is valid for a few minutes, and every run of this step requests a new one: run the job again. On a self-hosted runner, check the clock. If the token comes from a file, the program that writes the file has to renew it.",
    },
    {
      when: on(/^ExpiredToken$/),
      title: 'The credentials have expired',
      what: `AWS does not accept ${name}, because they have expired.${said}`,
      next: 'Get new ones: run the step or the login that made them again, right before this step. Temporary keys in secrets expire after hours. A role assumed by OIDC needs no keys.',
    },
    {
      when: on(/^InvalidIdentityToken$/, /incorrect token audience/i),
      title: 'The token has the wrong audience',
      what: `The identity provider in account ${accountOf(role)} does not accept the audience ${claims.aud}.${said}${shown}`,
      next: `Set the input \`audience\` to one that the provider accepts (usually sts.amazonaws.com, the default), or add this one to the provider:\n    aws iam add-client-id-to-open-id-connect-provider --client-id ${claims.aud} --open-id-connect-provider-arn ${providerArn(role, claims)}`,
    },
    {
      when: on(/^InvalidIdentityToken$/, /no openidconnect provider/i),
      title: "The account does not know the token's issuer",
      what: `Account ${accountOf(role)} has no identity provider for ${claims.iss}.${said}${shown}`,
      next: `Check that the account in \`role-to-assume\` is the right one. If it is, add the provider to it once:\n    aws iam create-open-id-connect-provider --url ${claims.iss} --client-id-list ${claims.aud}`,
    },
    {
      when: on(/^IDPCommunicationError$/) || on(/^InvalidIdentityToken$/, /retrieve verification key/i),
      title: 'AWS could not reach the identity provider',
      what: `AWS could not read the issuer's keys to verify ${name}, in any try.${said}`,
      next: "This is usually temporary: run the job again. If it fails again, AWS cannot reach the issuer's `/.well-known/openid-configuration`.",
    },
    {
      when: on(/^(InvalidIdentityToken|IDPRejectedClaim)$/),
      title: 'The token is not valid',
      what: `AWS does not accept ${name}.${said}${shown}`,
      next: "Check that the identity provider in IAM is the token's issuer (iss above), and that AWS can read the issuer's keys.",
    },
    {
      when: on(/^ValidationError$/, /MaxSessionDuration/),
      title: "role-duration-seconds is over the role's maximum",
      what: `\`role-duration-seconds\` is ${seconds}, more than ${role} allows.${said}`,
      next: `Set a lower value (by default a role allows 3600), or raise the maximum of the role:\n    aws iam update-role --role-name ${roleName(role)} --max-session-duration ${seconds}`,
    },
    {
      when: on(/^ValidationError$/, /1 hour session limit|role chaining/i),
      title: 'A chained role lasts at most one hour',
      what: `\`role-duration-seconds\` is ${seconds}, but a role that is assumed with another role's session lasts at most 3600 seconds.${said}`,
      next: 'Set `role-duration-seconds` to 3600 or less, or assume the role directly by OIDC, which allows longer sessions.',
    },
    {
      when: on(/^PackedPolicyTooLarge$/) || on(/^ValidationError$/, /at 'policy' failed.*length/),
      title: 'The session policy is too large',
      what: `The session policies and tags are too large for a session.${said}`,
      next: `Shorten \`inline-session-policy\`, name fewer \`managed-session-policies\`${forTags}. The inline policy can have at most 2048 characters. AWS also limits the packed size of all policies and tags together, and reports it in percent.`,
    },
    {
      when: on(/^AccessDenied$/, /sts:TagSession/),
      title: 'Not allowed to assume the role with session tags',
      what: `AWS allows assuming the role ${role} with ${name}, but not with session tags.${said}`,
      next: `Set \`role-skip-session-tagging: true\` to send no tags. Or allow \`sts:TagSession\` in the role's trust policy and in the caller's policies.${trustCaller(message, request)}`,
    },
    {
      when: byToken && on(/^AccessDenied$/),
      title: 'The role does not trust this job',
      what: `The trust policy of ${role} does not trust this job.${said}${shown}`,
      next: `${causes(claims).join('\n')}\nAWS gives the same answer if the role does not exist: check that account ${accountOf(role)} has a role ${roleName(role)}.${trustToken(request)}`,
    },
    {
      when: on(/^AccessDenied$/),
      title: 'Not allowed to assume the role',
      what: `AWS does not allow assuming the role ${role} with ${name}.${said}`,
      next: `The role's trust policy must trust the caller. If the role is in another account, the caller's own policies must allow \`sts:AssumeRole\` on it too. AWS gives the same answer if the role does not exist.${trustCaller(message, request)}`,
    },
    {
      when:
        on(/^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch)$/) ||
        on(/^(IncompleteSignature|MissingAuthenticationToken)$/),
      title: 'AWS does not know the credentials',
      what: `AWS does not accept ${name}.${said}`,
      next: `Check that access key ID, secret and session token belong together, that the secret has no added space or line break, and that the key is active (IAM, Users, Security credentials).\nIf they work elsewhere, check that the region ${region} is enabled for the account, and belongs to the same partition.`,
    },
    {
      when: on(/^RegionDisabled$/),
      title: `STS is not enabled in ${region}`,
      what: `The region ${region}, or STS in that region, is not enabled for the account.${said}`,
      next: `Enable the region (AWS console, Account, AWS Regions) or STS in it (IAM, Account settings), or set \`aws-region\` to an enabled region.`,
    },
    {
      when: on(/^(ForeignAnswer|InvalidAnswer|ERR_PROXY_TUNNEL)$/),
      title: 'The answer did not come from AWS',
      what: `In place of STS in ${region}, something else answered: a proxy, a firewall, a captive portal, or the host in \`sts-endpoint\` or AWS_ENDPOINT_URL.\nThe last error: ${answer}`,
      next: `Check \`sts-endpoint\` and AWS_ENDPOINT_URL if they are set. If not, let the runner reach sts.${region}.amazonaws.com, port 443. If it needs a proxy, check \`http-proxy\` or HTTPS_PROXY, with its user name and password.`,
    },
    {
      when: on(/^(Throttling|RequestLimitExceeded)$/),
      title: 'STS throttled the requests',
      what: `STS throttled the request in every try.${said}`,
      next: 'Run the job again. If many jobs start at once, spread them, or raise `retry-max-attempts` and remove `disable-retry`.',
    },
    {
      when: code === 'BrokenAnswer' || status === undefined || status >= 500,
      title: 'STS did not answer',
      what: `STS in ${region} could not be reached, or failed, in every try.\nThe last error: ${answer}`,
      next: `Check the network of the runner: host sts.${region}.amazonaws.com (or \`sts-endpoint\`), port 443, through \`http-proxy\` or HTTPS_PROXY if there is a proxy. On GitHub's own runners, run the job again, and look at https://health.aws.amazon.com.`,
    },
    {
      when: true,
      title: 'STS refused the request',
      what: `STS does not ${role ? `give a session of ${role} for` : 'accept'} ${name}.${said}`,
      next: "AWS's answer above says what is wrong. Correct the input of this step that it is about.",
    },
  ];
  const { title, what, next } = reasons.find(({ when }) => when) as Problem;
  return { title, what, next };
}
