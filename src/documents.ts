/**
 * The URL of one of this project's documents, for messages: the file is not in the user's repository.
 *
 * @param path from the top of the repository, with an anchor if it has one: `docs/bootstrap.md#permissions`.
 */
export function documentUrl(path: string): string {
  return `https://github.com/org/sst-creds/blob/v1/${path}`;
}
