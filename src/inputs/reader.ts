import http from 'node:http';
import { ALL_SERVICES, endpointVariable } from '../aws/transport.ts';
import { Failure } from '../failure.ts';
import { type BadInput, badAddress, badInputs, TAKES } from './messages.ts';

/** Where the AWS SDK looks for its endpoints, and Node for a proxy. */
const ENDPOINTS = ['AWS_ENDPOINT_URL', ...ALL_SERVICES.map(endpointVariable)];
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

type Form = RegExp | ((text: string) => boolean);

export type Reader = ReturnType<typeof inputReader>;

/**
 * Reads inputs one by one.
 *
 * @param refused gets those that are not valid.
 * @param orVariable for inputs that configure-aws-credentials also reads from the environment (v6): if one is not given, the
 * variable of its name counts, such as ROLE_TO_ASSUME. AWS_REGION is not read like that, because SST reads its region there.
 */
export function inputReader(environment: NodeJS.ProcessEnv, refused: BadInput[], orVariable = false) {
  /** The input's value, trimmed; undefined if it is empty. The runner sets inputs that are not given to ''. */
  function text(name: string): string | undefined {
    const key = name.toUpperCase();
    const keys = [`INPUT_${key}`, ...(orVariable ? [key.replaceAll('-', '_')] : [])];
    return keys.map(variable => environment[variable]?.trim()).find(Boolean);
  }

  /** Refuses an input. @param given what it is, or undefined if printing it could show a secret. */
  function reject(input: string, given: string | undefined, takes: string): undefined {
    refused.push({ input, given, takes });
  }

  function matching(name: string, form: Form, takes: string, show = true): string | undefined {
    const value = text(name);
    if (value === undefined || has(value, form)) return value;
    return reject(name, show ? value : undefined, takes);
  }

  return {
    text,
    reject,
    matching,

    /** A secret. It is never printed, even if it is not valid. */
    secret: (name: string) => matching(name, /^\S+$/, TAKES.secret, false),

    /** Trimmed items without the empty ones, each once. */
    list(name: string, separator: RegExp, form: Form = /^/, takes = ''): string[] {
      const items = (text(name) ?? '').split(separator).map(item => item.trim());
      const given = [...new Set(items)].filter(item => item !== '');
      const wrong = given.find(item => !has(item, form));
      if (wrong !== undefined) reject(name, wrong, takes);
      return given;
    },

    /** The first value is the default. */
    oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): T {
      const value = text(name) ?? values[0];
      const known = values.find(candidate => candidate === value);
      return known ?? reject(name, value, TAKES.oneOf(values)) ?? values[0];
    },

    /** YAML 1.2's booleans, as @actions/core reads them. */
    flag(name: string, otherwise = false): boolean {
      const value = text(name) ?? String(otherwise);
      if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) reject(name, value, TAKES.flag);
      return /^t/i.test(value);
    },

    integer(name: string, least: number, most: number): number | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : reject(name, value, TAKES.integer(least, most));
    },
  };
}

/** @throws Failure if an input was refused, or an address in the environment is not valid. */
export function refuse(refused: readonly BadInput[], environment: NodeJS.ProcessEnv): void {
  if (refused.length > 0) throw new Failure(badInputs(refused));
  const value = (name: string) => environment[name] ?? '';
  const bad =
    ENDPOINTS.find(name => value(name) !== '' && !isWebAddress(value(name))) ??
    PROXIES.find(name => !isTakenAsProxy(value(name)));
  if (bad !== undefined) throw new Failure(badAddress(bad));
}

function has(text: string, form: Form): boolean {
  return form instanceof RegExp ? form.test(text) : form(text);
}

/** Whether the text is an http or https URL. */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

/** Whether Node takes it: it ignores what is not http or https, and its errors quote the whole URL, password included. */
export function isTakenAsProxy(url: string): boolean {
  try {
    new http.Agent({ proxyEnv: { HTTP_PROXY: url } });
    return true;
  } catch {
    return false;
  }
}
