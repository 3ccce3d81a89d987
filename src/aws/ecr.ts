import { openClient } from './client.ts';
import { answerError, asked, INVALID_ANSWER } from './errors.ts';
import { type Access, permissionFor } from './identity.ts';

/** The registry of the access's account, in its region. */
export async function openRepositories(access: Access) {
  const { ECR } = await import('@aws-sdk/client-ecr');
  const ecr = openClient(ECR, access);
  const needs = (action: string, name: string) =>
    permissionFor(access, `ecr:${action}`, `repository/${name}`);

  function describe<Other = never>(name: string, otherwise?: Readonly<Record<string, Other>>) {
    const found = ecr.describeRepositories({ repositoryNames: [name] });
    const repository = found.then(({ repositories }) => understand(repositories?.[0]));
    return asked(needs('DescribeRepositories', name), repository, otherwise);
  }

  return {
    /** Undefined if there is none of that name. */
    find: (name: string) => describe(name, { RepositoryNotFoundException: undefined }),

    /** Creates it, or finds the one that exists. */
    async create(name: string) {
      const made = ecr.createRepository({ repositoryName: name });
      const repository = made.then(answer => understand(answer.repository));
      // Also the answer to a second try whose first one went through and lost its response.
      const existing = { RepositoryAlreadyExistsException: undefined };
      const created = await asked(needs('CreateRepository', name), repository, existing);
      return { ...(created ?? (await describe<never>(name))), existed: created === undefined };
    },
  };
}

/** A registry's host, with a port if it is not AWS' own, and the repository's name. */
const URI = /^[a-z0-9.-]+(?::\d+)?\/[a-z0-9._/-]+$/;

/** The account, and the URL as the bootstrap's record has it. @throws if the answer does not have the form of ECR's. */
function understand(repository: { registryId?: string; repositoryUri?: string } = {}) {
  const { registryId = '', repositoryUri: url = '' } = repository;
  if (/^\d{12}$/.test(registryId) && URI.test(url)) return { registryId, url };
  throw answerError(INVALID_ANSWER, 'ECR answered with a repository that has no valid URI and account');
}
