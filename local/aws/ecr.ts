import { dnsSuffix, repositoryArn } from './arn.ts';
import { AwsError, type Call, json, type Operation, type Operations, text, texts } from './model.ts';
import type { AwsState, Caller, Repository } from './state.ts';

const one = (call: Call) => [text(call, 'repositoryName')];
/** Without names, DescribeRepositories is about all of them, and needs the permission on `repository/*`. */
const described = (call: Call) => (call.params['repositoryNames'] ? texts(call, 'repositoryNames') : ['*']);

function operation(
  action: string,
  write: boolean,
  names: (call: Call) => string[],
  run: (call: Call, repositories: Map<string, Repository>, registry: string, state: AwsState) => unknown,
): Operation {
  const registryOf = (call: Call, caller: Caller) => text(call, 'registryId') || caller.accountId;
  return {
    access: 'signed',
    write,
    needs: (call, caller) =>
      names(call).map(name => ({
        action: `ecr:${action}`,
        resource: repositoryArn(call.region, registryOf(call, caller), name),
      })),
    run: (call, caller, state) => {
      const registry = registryOf(call, caller);
      return json(run(call, state.region(registry, call.region).repositories, registry, state));
    },
  };
}

/** Elastic Container Registry, its repositories. */
export const ecr: Operations = {
  CreateRepository: operation('CreateRepository', true, one, (call, repositories, registry, state) => {
    const name = text(call, 'repositoryName');
    if (repositories.has(name)) {
      const message = `The repository with name '${name}' already exists in the registry with id '${registry}'`;
      throw new AwsError(400, 'RepositoryAlreadyExistsException', message);
    }
    const repository = { name, uri: repositoryUri(registry, call.region, name), created: state.now() };
    repositories.set(name, repository);
    return { repository: describe(repository, call, registry) };
  }),

  DescribeRepositories: operation(
    'DescribeRepositories',
    false,
    described,
    (call, repositories, registry) => {
      const names = call.params['repositoryNames']
        ? texts(call, 'repositoryNames')
        : [...repositories.keys()];
      return {
        repositories: names.map(name => describe(existing(repositories, name, registry), call, registry)),
      };
    },
  ),

  DeleteRepository: operation('DeleteRepository', true, one, (call, repositories, registry) => {
    const repository = existing(repositories, text(call, 'repositoryName'), registry);
    repositories.delete(repository.name);
    return { repository: describe(repository, call, registry) };
  }),
};

/** The URL from which a repository is pulled. */
export function repositoryUri(registry: string, region: string, name: string): string {
  return `${registry}.dkr.ecr.${region}.${dnsSuffix(region)}/${name}`;
}

function existing(repositories: Map<string, Repository>, name: string, registry: string): Repository {
  const repository = repositories.get(name);
  if (repository) return repository;
  const message = `The repository with name '${name}' does not exist in the registry with id '${registry}'`;
  throw new AwsError(400, 'RepositoryNotFoundException', message);
}

function describe(repository: Repository, call: Call, registry: string): Record<string, unknown> {
  return {
    repositoryArn: repositoryArn(call.region, registry, repository.name),
    registryId: registry,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: repository.created / 1000,
    imageTagMutability: 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}
