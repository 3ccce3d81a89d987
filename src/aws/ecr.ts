import type { Access } from './access.ts';
import { clientConfig, senderOf } from './client.ts';
import { AnswerError, asked, INVALID_ANSWER, type Permission } from './errors.ts';
import { POLICY } from './retry.ts';

/** A repository as the bootstrap's record names it. */
export interface Repository {
  /** The account. */
  readonly registryId: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset` */
  readonly url: string;
}

/** The registry of the access's account, in its region. */
export async function openRepositories(access: Access) {
  const { CreateRepositoryCommand, DescribeRepositoriesCommand, ECRClient } = await import(
    '@aws-sdk/client-ecr'
  );
  const send = senderOf(new ECRClient(clientConfig(access)), access.transport, POLICY);
  const needs = (action: string, name: string): Permission => ({
    action: `ecr:${action}`,
    resource: `arn:${access.identity.partition}:ecr:${access.region}:${access.identity.account}:repository/${name}`,
  });

  /** Undefined if there is none of that name. */
  async function find(name: string): Promise<Repository | undefined> {
    const command = new DescribeRepositoriesCommand({ repositoryNames: [name] });
    const found = send(command).then(({ repositories }) => understand(repositories?.[0]));
    return asked(needs('DescribeRepositories', name), found, { RepositoryNotFoundException: undefined });
  }

  return {
    find,
    /** Creates it, or finds the one that exists. */
    async create(name: string): Promise<Repository & { readonly existed: boolean }> {
      const command = new CreateRepositoryCommand({ repositoryName: name });
      const made = send(command).then(({ repository }) => understand(repository));
      // Also the answer to a second try whose first one went through and lost its response.
      const exists = { RepositoryAlreadyExistsException: undefined };
      const created = await asked(needs('CreateRepository', name), made, exists);
      if (created) return { ...created, existed: false };
      const existing = await find(name);
      if (existing) return { ...existing, existed: true };
      const error = invalid('ECR answered that the repository exists, and then that it does not');
      return asked(needs('DescribeRepositories', name), Promise.reject(error));
    },
  };
}

/** A registry's host, with a port if it is not AWS' own, and the repository's name. */
const URI = /^[a-z0-9.-]+(?::\d+)?\/[a-z0-9._/-]+$/;

/** @throws AnswerError if the answer does not have the form of ECR's. */
function understand(repository?: { registryId?: string; repositoryUri?: string }): Repository | undefined {
  if (!repository) return undefined;
  const { registryId = '', repositoryUri: url = '' } = repository;
  if (/^\d{12}$/.test(registryId) && URI.test(url)) return { registryId, url };
  throw invalid('ECR answered with a repository that has no valid URI and account');
}

function invalid(message: string): AnswerError {
  return new AnswerError(INVALID_ANSWER, message);
}
