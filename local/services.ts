import { createRemoteJWKSet } from 'jose';
import type { Policy } from './aws/iam.ts';
import { ACCOUNT, type AwsOptions, type LocalAws, startAws } from './aws/server.ts';
import type { Role } from './aws/state.ts';
import { type GithubOptions, type LocalGithub, startGithub } from './github/server.ts';

/** A local AWS and a local GitHub, with an account that is set up for the repository. */
export interface LocalServices {
  aws: LocalAws;
  github: LocalGithub;
  account: string;
  /** It trusts every job of acme/shop, and is allowed to do everything. */
  role: Role;
  /** The variables with which a job with `id-token: write` reaches both. */
  env: Record<string, string>;
  close(): Promise<void>;
}

export interface ServicesOptions {
  aws?: AwsOptions;
  github?: GithubOptions;
  /** The audience that the account's provider is registered with. */
  audience?: string;
}

/** Starts both services, registers GitHub's issuer in account 123456789012 and makes the role sst-deploy there. */
export async function startServices(options: ServicesOptions = {}): Promise<LocalServices> {
  const github = await startGithub(options.github);
  const aws = await startAws(options.aws);
  trustGithub(aws, github, ACCOUNT, options.audience);
  const { owner, repository } = github.job;
  const trust = trustPolicy(github, ACCOUNT, {
    sub: `repo:${owner}/${repository}:*`,
    ...audienceOf(options),
  });
  const role = aws.state.addRole(ACCOUNT, 'sst-deploy', { trust });
  return {
    aws,
    github,
    account: ACCOUNT,
    role,
    env: { AWS_ENDPOINT_URL: aws.url, GITHUB_API_URL: github.url, ...github.tokenEnvironment() },
    close: async () => {
      await Promise.all([aws.close(), github.close()]);
    },
  };
}

function audienceOf({ audience }: ServicesOptions): { audience?: string } {
  return audience === undefined ? {} : { audience };
}

/** Registers GitHub as an identity provider of the account, as `aws iam create-open-id-connect-provider` would. */
export function trustGithub(
  aws: LocalAws,
  github: LocalGithub,
  account: string,
  audience = 'sts.amazonaws.com',
): void {
  // The issuer is GitHub's real one, but with the keys of the local one: as if DNS led to it.
  const keys = createRemoteJWKSet(new URL(github.jwks), { cooldownDuration: 0 });
  aws.state.addProvider(account, { issuer: github.issuer, audiences: [audience], keys });
}

/** The trust policy that AWS' and GitHub's guides show: this audience, and subjects of this pattern. */
export function trustPolicy(
  github: LocalGithub,
  account: string,
  {
    sub,
    audience = 'sts.amazonaws.com',
    partition = 'aws',
  }: { sub: string; audience?: string; partition?: string },
): Policy {
  const host = github.issuer.replace('https://', '');
  return {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${host}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${host}:aud`]: audience },
        StringLike: { [`${host}:sub`]: sub },
      },
    },
  };
}
