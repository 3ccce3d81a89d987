import { type Access, permissionFor } from './access.ts';
import { clientConfig, senderOf } from './client.ts';
import { answerError, asked, INVALID_ANSWER } from './errors.ts';

/** A repository as the bootstrap's record names it. */
interface Repository {
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
  const send = senderOf(new ECRClient(clientConfig(access)), access.transport);

  function describe<Other = never>(name: string, otherwise?: Readonly<Record<string, Other>>) {
    const command = new DescribeRepositoriesCommand({ repositoryNames: [name] });
    const found = send(command).then(({ repositories }) => understand(repositories?.[0]));
    const needed = permissionFor(access, 'ecr:DescribeRepositories', `repository/${name}`);
    return asked(needed, found, otherwise);
  }

  return {
    /** Undefined if there is none of that name. */
    find: (name: string) => describe(name, { RepositoryNotFoundException: undefined }),

    /** Creates it, or finds the one that exists. */
    async create(name: string): Promise<Repository & { readonly existed: boolean }> {
      const command = new CreateRepositoryCommand({ repositoryName: name });
      const made = send(command).then(({ repository }) => understand(repository));
      const needed = permissionFor(access, 'ecr:CreateRepository', `repository/${name}`);
      // Also the answer to a second try whose first one went through and lost its response.
      const created = await asked(needed, made, { RepositoryAlreadyExistsException: undefined });
      return { ...(created ?? (await describe(name))), existed: created === undefined };
    },
  };
}

/** A registry's host, with a port if it is not AWS' own, and the repository's name. */
const URI = /^[a-z0-9.-]+(?::\d+)?\/[a-z0-9._/-]+$/;

/** @throws if the answer does not have the form of ECR's. */
function understand(repository: { registryId?: string; repositoryUri?: string } = {}): Repository {
  const { registryId = '', repositoryUri: url = '' } = repository;
  if (/^\d{12}$/.test(registryId) && URI.test(url)) return { registryId, url };
  throw answerError(INVALID_ANSWER, 'ECR answered with a repository that has no valid URI and account');
}
