import { type Access, permissionFor } from './access.ts';
import { clientConfig, senderOf } from './client.ts';
import { asked } from './errors.ts';

/** A parameter's newest version. */
export interface Parameter {
  /** In clear, a SecureString too. */
  readonly value: string;
  readonly secure: boolean;
  /** 1 for a parameter that was written once. */
  readonly version: number;
}

/** TooManyUpdates: "concurrent updates for a resource that supports one update at a time". */
const BUSY = { conflicts: { TooManyUpdates: 12 } };

/** Systems Manager's parameters, in the account and region of the access. */
export async function openParameters(access: Access) {
  const { GetParametersCommand, PutParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const send = senderOf(new SSMClient(clientConfig(access)), access.transport, () => BUSY);
  return {
    /** Those of the names that exist. If one of them is not allowed to be read, AWS denies the whole request. */
    async read(names: readonly [string, ...string[]]): Promise<ReadonlyMap<string, Parameter>> {
      const command = new GetParametersCommand({ Names: [...names], WithDecryption: true });
      const needed = permissionFor(access, 'ssm:GetParameters', `parameter${names[0]}`);
      const { Parameters: found = [] } = await asked(needed, send(command));
      const entries = found.map(({ Name = '', Value: value = '', Type, Version: version = 0 }) => {
        return [Name, { value, secure: Type === 'SecureString', version }] as const;
      });
      return new Map(entries);
    },

    /**
     * Writes a `String`. Without `Overwrite` an existing parameter stays as it is: AWS lets one writer win.
     *
     * @param options.Description shown in the console; only with a parameter of the action's own.
     */
    async write(name: string, value: string, options: { Overwrite: boolean; Description?: string }) {
      const command = new PutParameterCommand({ Name: name, Type: 'String', Value: value, ...options });
      const written = send(command).then(() => 'written' as const);
      const needed = permissionFor(access, 'ssm:PutParameter', `parameter${name}`);
      // Also the answer to a second try whose first one went through and lost its response.
      return asked(needed, written, { ParameterAlreadyExists: 'exists' as const });
    },
  };
}
