/**
 * The URL of one of this project's documents, for messages: the file is not in the user's repository. The runner says which
 * repository and version of the action is used (GitHub docs, "Default environment variables"); it says nothing for a local
 * folder.
 *
 * @param path from the top of the repository, with an anchor if it has one: `docs/bootstrap.md#permissions`.
 */
export function documentUrl(path: string): string {
  const repository = process.env['GITHUB_ACTION_REPOSITORY'] || 'org/sst-creds';
  const version = process.env['GITHUB_ACTION_REF'] || 'v1';
  return `https://github.com/${repository}/blob/${version}/${path}`;
}
