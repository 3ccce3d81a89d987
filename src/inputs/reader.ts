import http from 'node:http';
import { Failure } from '../failure.ts';
import { type BadInput, badAddress, badInputs, TAKES } from './messages.ts';

/** Where the AWS SDK looks for its endpoints, and Node for a proxy. */
const ENDPOINTS = ['', '_STS', '_SSM', '_ECR', '_S3'].map(service => `AWS_ENDPOINT_URL${service}`);
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/** The form of an input. */
type Form = RegExp | ((text: string) => boolean);

/** Reads inputs one by one, and remembers those that are not valid. */
export class Reader {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #refused: BadInput[];
  readonly #orVariable: boolean;

  constructor(environment: NodeJS.ProcessEnv, refused: BadInput[] = [], orVariable = false) {
    this.#environment = environment;
    this.#refused = refused;
    this.#orVariable = orVariable;
  }

  /**
   * The same for inputs that configure-aws-credentials also reads from the environment (its action.yml and
   * translateEnvVariables, v6): if one is not given, the variable of its name counts, such as ROLE_TO_ASSUME. AWS_REGION is
   * not read like that, because SST itself reads its region from there.
   */
  orVariable(): Reader {
    return new Reader(this.#environment, this.#refused, true);
  }

  /** The input's value, trimmed; undefined if it is empty. The runner sets inputs that are not given to ''. */
  text(name: string): string | undefined {
    const key = name.toUpperCase();
    const keys = [`INPUT_${key}`, ...(this.#orVariable ? [key.replaceAll('-', '_')] : [])];
    return keys.map(variable => this.#environment[variable]?.trim()).find(Boolean);
  }

  /** A secret. It is never printed, even if it is not valid. */
  secret(name: string): string | undefined {
    return this.matching(name, /^\S+$/, TAKES.secret, false);
  }

  matching(name: string, form: Form, takes: string, show = true): string | undefined {
    const value = this.text(name);
    if (value === undefined || has(value, form)) return value;
    this.reject(name, show ? value : undefined, takes);
    return undefined;
  }

  /** Refuses an input. @param given what it is, or undefined if printing it could show a secret. */
  reject(name: string, given: string | undefined, takes: string): void {
    this.#refused.push({ input: name, given, takes });
  }

  /** Trimmed items without the empty ones, each once. */
  list(name: string, separator: RegExp, form: Form = /^/, takes = ''): string[] {
    const items = (this.text(name) ?? '').split(separator).map(item => item.trim());
    const given = [...new Set(items)].filter(item => item !== '');
    const wrong = given.find(item => !has(item, form));
    if (wrong !== undefined) this.reject(name, wrong, takes);
    return given;
  }

  /** The first value is the default. */
  oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const value = this.text(name) ?? values[0];
    const known = values.find(candidate => candidate === value);
    if (known === undefined) this.reject(name, value, TAKES.oneOf(values));
    return known ?? values[0];
  }

  /** YAML 1.2's booleans, as @actions/core reads them. */
  flag(name: string, otherwise = false): boolean {
    const value = this.text(name) ?? String(otherwise);
    if (/^(true|True|TRUE)$/.test(value)) return true;
    if (!/^(false|False|FALSE)$/.test(value)) this.reject(name, value, TAKES.flag);
    return false;
  }

  integer(name: string, least: number, most: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.reject(name, value, TAKES.integer(least, most));
    return undefined;
  }

  /** @throws Failure if anything was refused, or an address in the environment is not valid. */
  refuse(): void {
    if (this.#refused.length > 0) throw new Failure(badInputs(this.#refused));
    const value = (name: string) => this.#environment[name] ?? '';
    const bad =
      ENDPOINTS.find(name => value(name) !== '' && !isWebAddress(value(name))) ??
      PROXIES.find(name => !isTakenAsProxy(value(name)));
    if (bad !== undefined) throw new Failure(badAddress(bad));
  }
}

function has(text: string, form: Form): boolean {
  return form instanceof RegExp ? form.test(text) : form(text);
}

/** Whether the text is an http or https URL. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
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
