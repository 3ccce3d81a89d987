import { parameterArn } from './arn.ts';
import {
  type Answer,
  AwsError,
  type Call,
  json,
  type Operation,
  type Operations,
  text,
  texts,
} from './model.ts';
import type { AwsState, Caller, Parameter, ParameterVersion } from './state.ts';

type Run = (call: Call, parameters: Map<string, Parameter>, caller: Caller, state: AwsState) => Answer;

/** An operation that needs its action on each of its parameters. If one is refused, the whole request is refused. */
function operation(action: string, write: boolean, names: (call: Call) => string[], run: Run): Operation {
  return {
    access: 'signed',
    write,
    needs: (call, caller, state) => [
      ...names(call).map(name => ({
        action: `ssm:${action}`,
        resource: parameterArn(call.region, caller.accountId, name),
        ...('Overwrite' in call.params
          ? { context: { 'ssm:Overwrite': String(call.params['Overwrite']) } }
          : {}),
      })),
      ...keysOf(call, caller, state, names(call)).map(resource => ({ action: 'kms:Decrypt', resource })),
    ],
    run: (call, caller, state) =>
      run(call, state.region(caller.accountId, call.region).parameters, caller, state),
  };
}

/** The customer's KMS keys that a decrypting call uses. */
function keysOf(call: Call, caller: Caller, state: AwsState, names: string[]): string[] {
  if (call.params['WithDecryption'] !== true) return [];
  const { parameters } = state.region(caller.accountId, call.region);
  return names.flatMap(name => parameters.get(name)?.history.at(-1)?.key ?? []);
}

const one = (call: Call) => [text(call, 'Name')];
const many = (call: Call) => texts(call, 'Names');

/** Systems Manager, its Parameter Store. */
export const ssm: Operations = {
  GetParameter: operation('GetParameter', false, one, (call, parameters, caller) => {
    const parameter = parameters.get(text(call, 'Name'));
    if (!parameter) throw new AwsError(400, 'ParameterNotFound');
    return json({ Parameter: describe(parameter, call, caller) });
  }),

  GetParameters: operation('GetParameters', false, many, (call, parameters, caller) => {
    const names = many(call);
    if (names.length > 10) throw invalid(names, 'names', 'Member must have length less than or equal to 10');
    const found = names.flatMap(name => parameters.get(name) ?? []);
    return json({
      Parameters: found.map(parameter => describe(parameter, call, caller)),
      InvalidParameters: names.filter(name => !parameters.has(name)),
    });
  }),

  GetParametersByPath: operation(
    'GetParametersByPath',
    false,
    call => [text(call, 'Path')],
    (call, parameters, caller) => {
      const path = text(call, 'Path').replace(/\/?$/, '/');
      const below = [...parameters.values()]
        .filter(
          ({ name }) =>
            name.startsWith(path) && (call.params['Recursive'] || !name.slice(path.length).includes('/')),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const from = Number(text(call, 'NextToken') || 0);
      const to = from + Number(text(call, 'MaxResults') || 10);
      return json({
        Parameters: below.slice(from, to).map(parameter => describe(parameter, call, caller)),
        ...(to < below.length && { NextToken: String(to) }),
      });
    },
  ),

  // The check and the write happen in one turn of the event loop: as atomic as AWS documents Overwrite.
  PutParameter: operation('PutParameter', true, one, (call, parameters, _caller, state) => {
    const name = text(call, 'Name');
    const existing = parameters.get(name);
    if (existing && call.params['Overwrite'] !== true) {
      const message =
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.';
      throw new AwsError(400, 'ParameterAlreadyExists', message);
    }
    const last = existing?.history.at(-1);
    const type = text(call, 'Type') || last?.type;
    if (!isType(type)) {
      throw new AwsError(
        400,
        'ValidationException',
        'A parameter type is required when you create a parameter.',
      );
    }
    const version = (last?.version ?? 0) + 1;
    const parameter = existing ?? { name, history: [] };
    parameter.history.push({ value: text(call, 'Value'), type, version, modified: state.now() });
    parameters.set(name, parameter);
    return json({ Version: version, Tier: 'Standard' });
  }),

  DeleteParameter: operation('DeleteParameter', true, one, (call, parameters) => {
    if (!parameters.delete(text(call, 'Name'))) throw new AwsError(400, 'ParameterNotFound');
    return json({});
  }),
};

function isType(type: string | undefined): type is ParameterVersion['type'] {
  return type === 'String' || type === 'SecureString' || type === 'StringList';
}

/** The newest version. Without decryption, a SecureString is the text that KMS encrypted. */
function describe(parameter: Parameter, call: Call, caller: Caller): Record<string, unknown> {
  const newest = parameter.history.at(-1);
  if (!newest) throw new Error(`The parameter ${parameter.name} has no version.`);
  const hidden = newest.type === 'SecureString' && call.params['WithDecryption'] !== true;
  return {
    Name: parameter.name,
    Type: newest.type,
    Value: hidden ? `AQICAH${Buffer.from(newest.value).toString('base64')}` : newest.value,
    Version: newest.version,
    LastModifiedDate: newest.modified / 1000,
    ARN: parameterArn(call.region, caller.accountId, parameter.name),
    DataType: 'text',
  };
}

function invalid(value: string[], member: string, rule: string): AwsError {
  const message = `1 validation error detected: Value '[${value.join(', ')}]' at '${member}' failed to satisfy constraint: ${rule}`;
  return new AwsError(400, 'ValidationException', message);
}
