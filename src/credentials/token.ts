import { realpathSync } from 'node:fs';
import path from 'node:path';
import { faultOf } from '../aws/errors.ts';
import { retry } from '../aws/retry.ts';
import { timed } from '../aws/trace.ts';
import { Failure } from '../failure.ts';
import { requestIdToken, type TokenService } from '../github/id-token.ts';
import { retrying } from './assume-role.ts';
import { tokenFileFailed, tokenServiceFailed } from './messages.ts';
import { readText, refuseLinks } from './profile-files.ts';
import type { SessionRequest } from './session.ts';

/** What it is, in the log and in errors. */
export const ID_TOKEN = "GitHub's OIDC token";

/**
 * GitHub's OIDC token for this job, a secret that the caller masks at once.
 *
 * @throws Failure if the token service gives none.
 */
export async function githubToken(request: SessionRequest, service: TokenService): Promise<string> {
  const { audience, transport } = request;
  try {
    const once = () => requestIdToken(service, audience, transport.signal);
    const ask = () => timed(transport.trace, 'GitHub GetIdToken', once);
    return await retry(ask, retrying(request, ID_TOKEN));
  } catch (error) {
    const { message, status } = faultOf(error);
    throw new Failure(tokenServiceFailed(message, status), error);
  }
}

// The kubelet provides the token through its own links (token -> ..data/token -> …), in a folder that nobody else writes to.
// Everywhere else, a link could lead to a file that the workflow's author never meant to send to AWS.
const KUBERNETES = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;

/** Bytes of a token file: AWS takes tokens of 20,000 characters at most (STS API reference, AssumeRoleWithWebIdentity). */
const TOKEN_MAX = 64_000;

/**
 * Reads a web identity token from a file, as Amazon EKS and others write one. A relative path starts at the workspace.
 *
 * @throws Failure if there is no token, or if the file or its folder is a symbolic link.
 */
export function readTokenFile(file: string, workspace: string): string {
  const absolute = path.resolve(workspace, file);
  try {
    const follow = KUBERNETES.test(absolute);
    if (!follow) refuseLinks(absolute);
    const token = readText(follow ? realpathSync(absolute) : absolute, TOKEN_MAX).trim();
    if (token === '') throw new Error('the file is empty');
    return token;
  } catch (error) {
    throw new Failure(tokenFileFailed(absolute, (error as Error).message), error);
  }
}
