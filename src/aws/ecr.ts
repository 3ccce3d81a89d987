import type { Access } from './access.ts';
import { existsAndNot } from './answer-messages.ts';
import { authorizedConfig, traced } from './client.ts';
import { asked, type Permission, refusedWith } from './errors.ts';

/** A repository as the bootstrap's record names it. */
export interface Repository {
  /** The account. */
  readonly registryId: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset` */
  readonly url: string;
}

/** The account's repositories in the region. */
export interface Repositories {
  /** Undefined where there is none of that name. */
  find(name: string): Promise<Repository | undefined>;
  /** Creates it, or finds the one that exists. */
  create(name: string): Promise<Repository & { readonly existed: boolean }>;
}

/** The registry of the access's account, in its region. */
export async function openRepositories(access: Access): Promise<Repositories> {
  const { CreateRepositoryCommand, DescribeRepositoriesCommand, ECRClient } = await import(
    '@aws-sdk/client-ecr'
  );
  const client = traced(new ECRClient(authorizedConfig(access)), access.transport);
  const abortSignal = access.transport.signal;
  const needs = (action: string, name: string): Permission => ({
    action: `ecr:${action}`,
    resource: `arn:${access.identity.partition}:ecr:${access.region}:${access.identity.account}:repository/${name}`,
  });

  async function find(name: string): Promise<Repository | undefined> {
    const command = new DescribeRepositoriesCommand({ repositoryNames: [name] });
    try {
      const answer = asked(needs('DescribeRepositories', name), client.send(command, { abortSignal }));
      return understand((await answer).repositories?.[0]);
    } catch (error) {
      if (refusedWith(error, 'RepositoryNotFoundException')) return undefined;
      throw error;
    }
  }

  return {
    find,
    async create(name) {
      const command = new CreateRepositoryCommand({ repositoryName: name });
      try {
        const answer = asked(needs('CreateRepository', name), client.send(command, { abortSignal }));
        const created = understand((await answer).repository);
        if (created) return { ...created, existed: false };
      } catch (error) {
        // Also the answer to a second try whose first one went through and lost its response.
        if (!refusedWith(error, 'RepositoryAlreadyExistsException')) throw error;
      }
      const existing = await find(name);
      if (existing) return { ...existing, existed: true };
      throw new Error(existsAndNot(name));
    },
  };
}

function understand(
  repository: { registryId?: string | undefined; repositoryUri?: string | undefined } | undefined,
): Repository | undefined {
  return repository && { registryId: repository.registryId ?? '', url: repository.repositoryUri ?? '' };
}
