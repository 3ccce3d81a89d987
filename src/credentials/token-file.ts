import { constants, lstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { FILE, tokenFileFailed } from './messages.ts';

// The kubelet provides the token through its own links (token -> ..data/token -> …), in a folder that nobody else writes to.
// Everywhere else, a link could lead to a file that the workflow's author never meant to send to AWS.
const KUBERNETES = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;

/**
 * Reads a web identity token from a file, as Amazon EKS and others write one. A relative path starts at the workspace.
 *
 * @throws Failure if there is no token, or if the file or its folder is a symbolic link.
 */
export function readTokenFile(file: string, workspace: string): string {
  const absolute = path.resolve(workspace, file);
  try {
    const linked =
      !KUBERNETES.test(path.normalize(absolute)) && [absolute, path.dirname(absolute)].find(isLink);
    if (linked) throw new Error(FILE.link(linked));
    const token = read(absolute, !KUBERNETES.test(absolute)).trim();
    if (token === '') throw new Error(FILE.empty);
    return token;
  } catch (error) {
    throw new Failure(tokenFileFailed(absolute, (error as Error).message), error);
  }
}

function isLink(file: string): boolean {
  return lstatSync(file).isSymbolicLink();
}

function read(file: string, refuseLink: boolean): string {
  const descriptor = openSync(file, constants.O_RDONLY | (refuseLink ? (constants.O_NOFOLLOW ?? 0) : 0));
  return readFileSync(descriptor, 'utf8');
}
