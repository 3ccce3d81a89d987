import { openClient } from './client.ts';
import { asked } from './errors.ts';
import { type Access, permissionFor } from './identity.ts';

/** TooManyUpdates: "concurrent updates for a resource that supports one update at a time". */
const BUSY = { conflicts: { TooManyUpdates: 12 } };

/** A parameter's newest version: its value, in clear even if it is a SecureString; `version` is 1 if it was written once. */
export interface Parameter {
  readonly value: string;
  readonly secure: boolean;
  readonly version: number;
}

/** Systems Manager's parameters, in the account and region of the access. */
export async function openParameters(access: Access) {
  const { SSM } = await import('@aws-sdk/client-ssm');
  const ssm = openClient(SSM, access, {}, () => BUSY);
  const needs = (action: string, name: string) => permissionFor(access, `ssm:${action}`, `parameter${name}`);
  return {
    /** Those of the names that exist. If one of them is not allowed to be read, AWS denies the whole request. */
    async read(names: [string, ...string[]]): Promise<ReadonlyMap<string, Parameter>> {
      const read = ssm.getParameters({ Names: names, WithDecryption: true });
      const { Parameters: found = [] } = await asked(needs('GetParameters', names[0]), read);
      return new Map(
        found.map(({ Name = '', Value: value = '', Type, Version: version = 0 }) => [
          Name,
          { value, secure: Type === 'SecureString', version },
        ]),
      );
    },

    /**
     * Writes a `String`; false if it exists already. Without `Overwrite` an existing parameter stays as it is: AWS lets one
     * writer win.
     *
     * @param options.Description shown in the console; only with a parameter of the action's own.
     */
    async write(name: string, Value: string, options: { Overwrite: boolean; Description?: string }) {
      const written = ssm.putParameter({ Name: name, Type: 'String', Value, ...options });
      // Also the answer to a second try whose first one went through and lost its response.
      const existing = { ParameterAlreadyExists: false as const };
      return (await asked(needs('PutParameter', name), written, existing)) !== false;
    },
  };
}
