import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Policy } from '../aws/iam.ts';
import type { Credential, Role, User } from '../aws/state.ts';
import { type ForwardProxy, startProxy } from '../proxy.ts';
import { type LocalServices, startServices } from '../services.ts';

/** The environment of a case: the local services, a user with keys, roles for keys, and the runner's folders. */
export interface Fixture extends LocalServices {
  /** A user of the account, with keys that are allowed to assume `target`. */
  user: User;
  /** A role that the account's users and roles are allowed to assume, with session tags. */
  target: Role;
  /** Temporary credentials, as an earlier step would have left them. */
  session: Credential;
  proxy: ForwardProxy;
  home: string;
  workspace: string;
  /** Writes a file, by its path from the home folder or, absolute, anywhere. */
  write(file: string, text: string): string;
  end(): Promise<void>;
}

/** Starts local services with everything that a case of credentials might need. It is the same for both actions. */
export async function makeFixture(): Promise<Fixture> {
  const services = await startServices();
  const proxy = await startProxy();
  const root = mkdtempSync(join(tmpdir(), 'credentials-case-'));
  const [home, workspace] = [join(root, 'home'), join(root, 'workspace')];
  mkdirSync(home);
  mkdirSync(workspace);
  const { state } = services.aws;
  const user = state.addUser(services.account, 'ci');
  const target = state.addRole(services.account, 'target', { trust: trusting(services.account) });
  const earlier = state.addRole(services.account, 'earlier', { trust: trusting(services.account) });
  return {
    ...services,
    user,
    target,
    session: state.startSession(earlier, 'step', 3600),
    proxy,
    home,
    workspace,
    write: (file, text) => {
      const path = file.startsWith('/') ? file : join(home, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    end: async () => {
      await Promise.all([services.close(), proxy.close()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A trust policy for every caller that the account's own policies allow. */
export function trusting(account: string, actions = ['sts:AssumeRole', 'sts:TagSession']): Policy {
  return {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: actions },
  };
}
