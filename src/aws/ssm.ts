import type { Access } from './access.ts';
import { clientConfig, senderOf } from './client.ts';
import { asked, type Permission } from './errors.ts';
import { POLICY, type RetryPolicy } from './retry.ts';

/** A parameter's newest version. */
export interface Parameter {
  /** In clear, a SecureString too. */
  readonly value: string;
  readonly secure: boolean;
  /** 1 for a parameter that was written once. */
  readonly version: number;
}

/** TooManyUpdates: "concurrent updates for a resource that supports one update at a time". */
const BUSY: RetryPolicy = { ...POLICY, conflicts: { TooManyUpdates: 12 } };

/** Systems Manager's parameters, in the account and region of the access. */
export async function openParameters(access: Access) {
  const { GetParametersCommand, PutParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const send = senderOf(new SSMClient(clientConfig(access)), access.transport, BUSY);
  const needs = (action: string, name: string): Permission => ({
    action: `ssm:${action}`,
    resource: `arn:${access.identity.partition}:ssm:${access.region}:${access.identity.account}:parameter${name}`,
  });
  return {
    /** Those of the names that exist. If one of them is not allowed to be read, AWS denies the whole request. */
    async read(names: readonly [string, ...string[]]): Promise<ReadonlyMap<string, Parameter>> {
      const command = new GetParametersCommand({ Names: [...names], WithDecryption: true });
      const { Parameters: found = [] } = await asked(needs('GetParameters', names[0]), send(command));
      return new Map(
        found.map(({ Name = '', Value = '', Type, Version = 0 }) => [
          Name,
          { value: Value, secure: Type === 'SecureString', version: Version },
        ]),
      );
    },

    /**
     * Writes a `String`. Without `overwrite` an existing parameter stays as it is: AWS lets one writer win.
     *
     * @param options.description shown in the console; only with a parameter of the action's own.
     */
    async write(name: string, value: string, options: { overwrite: boolean; description?: string }) {
      const command = new PutParameterCommand({
        Name: name,
        Type: 'String',
        Value: value,
        Overwrite: options.overwrite,
        Description: options.description,
      });
      const written = send(command).then(() => 'written' as const);
      // Also the answer to a second try whose first one went through and lost its response.
      const exists = { ParameterAlreadyExists: 'exists' as const };
      return asked(needs('PutParameter', name), written, exists);
    },
  };
}
