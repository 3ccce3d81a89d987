// Node's permission model compares paths as they are written. A symbolic link in the repository leads out of it, and
// `link/../..` leads on from where the link leads, even where each path as written is granted (Node 24.21, tried). So
// every function of `fs` that takes a path gets it resolved here, links and all, and compared again.
//
// The config runs in the same realm and may have replaced whatever it can reach: nothing here calls a method of a
// prototype, or anything that was not taken at the start.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOT_A_PATH, outside } from './messages.ts';

const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { realpathSync, promises } = fs;
const { resolve, sep } = path;
const { isView } = ArrayBuffer;
const decoder = new TextDecoder();
const { decode } = TextDecoder.prototype;
const later = queueMicrotask;

type Anything = (...values: unknown[]) => unknown;

/** What takes no path, or opens it by a function that is confined, or only lists names that match a pattern. */
const NO_PATH =
  /^(?:[A-Z_].*|.*Stream|glob(?:Sync)?|f(?:chmod|chown|datasync|stat|sync|truncate|utimes)(?:Sync)?|(?:close|read|readv|write|writev)(?:Sync)?)$/;

/** Lets `fs` see what lies in these paths, whatever path leads there, and nothing else. */
export function confine(readable: readonly string[]): void {
  const check = checkerOf(readable);
  for (const name of ownKeys(fs) as string[]) {
    const original = (fs as unknown as Record<string, unknown>)[name];
    if (!isFunction(original) || NO_PATH.test(name)) continue;
    const throws = /Sync$|^(?:un)?watch/.test(name);
    replace(fs, name, throws ? throwing(original, check, name) : answering(original, check, name), original);
  }
  for (const name of ownKeys(promises) as string[]) {
    const original = (promises as unknown as Record<string, unknown>)[name];
    if (isFunction(original) && name !== 'glob')
      replace(promises, name, promising(original, check), original);
  }
  replace(
    fs.realpathSync,
    'native',
    throwing(realpathSync.native as Anything, check, 'native'),
    realpathSync.native,
  );
  replace(fs, 'openAsBlob', promising(fs.openAsBlob as Anything, check), fs.openAsBlob);
  replace(
    process,
    'loadEnvFile',
    throwing(process.loadEnvFile as Anything, check, 'loadEnvFile'),
    process.loadEnvFile,
  );
  module.syncBuiltinESMExports();
}

function isFunction(value: unknown): value is Anything {
  return typeof value === 'function';
}

/** Gives back a descriptor, or the path in full where it may be read or leads nowhere; else throws. */
type Check = (given: unknown) => unknown;

function checkerOf(readable: readonly string[]): Check {
  const count = readable.length;
  return given => {
    if (typeof given === 'number' || given === undefined || given === null) return given;
    const whole = resolve(textOf(given));
    let real: string;
    try {
      real = apply(realpathSync, undefined, [whole]) as string;
    } catch {
      return whole;
    }
    for (let index = 0; index < count; index += 1) {
      if (isWithin(real, readable[index] as string)) return whole;
    }
    throw denied(whole);
  };
}

/** What is told of a path that may not be seen, to whoever only asks whether it is there: packages look up to the root. */
function absent(name: string, options: unknown): { value: unknown } | undefined {
  if (name === 'existsSync') return { value: false };
  const quiet = (name === 'statSync' || name === 'lstatSync') && Object(options).throwIfNoEntry === false;
  return quiet ? { value: undefined } : undefined;
}

function throwing(original: Anything, check: Check, name: string): Anything {
  return function confined(this: unknown, ...values: unknown[]) {
    try {
      values[0] = check(values[0]);
      return apply(original, this, values);
    } catch (error) {
      const instead = Object(error).code === 'ERR_ACCESS_DENIED' ? absent(name, values[1]) : undefined;
      if (instead) return instead.value;
      throw error;
    }
  };
}

/** For functions that answer to a callback, their last argument. */
function answering(original: Anything, check: Check, name: string): Anything {
  return function confined(this: unknown, ...values: unknown[]) {
    try {
      values[0] = check(values[0]);
    } catch (error) {
      const callback = values[values.length - 1];
      if (!isFunction(callback)) throw error;
      return later(() => callback(name === 'exists' ? false : error));
    }
    return apply(original, this, values);
  };
}

function promising(original: Anything, check: Check): Anything {
  return async function confined(this: unknown, ...values: unknown[]) {
    values[0] = check(values[0]);
    return apply(original, this, values);
  };
}

/** Puts the function in the other's place, with what that carries (`promisify.custom`). */
function replace(target: object, name: string, replacement: Anything, original: unknown): void {
  for (const key of ownKeys(original as object)) {
    const descriptor = getOwnPropertyDescriptor(original as object, key);
    if (descriptor && key !== 'prototype')
      defineProperty(replacement, key, { ...descriptor, configurable: true });
  }
  defineProperty(target, name, { value: replacement, writable: true, configurable: true, enumerable: true });
}

/** The path as a text. An object is looked at once, so that it cannot tell `fs` something else than it told here. */
function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  if (isView(given)) return apply(decode, decoder, [given]) as string;
  const href: unknown = Object(given).href;
  if (typeof href === 'string') return fileURLToPath(href);
  throw denied(NOT_A_PATH);
}

/** Whether the path is the other or below it. */
function isWithin(file: string, folder: string): boolean {
  const { length } = folder;
  for (let index = 0; index < length; index += 1) {
    if (file[index] !== folder[index]) return false;
  }
  return file.length === length || file[length] === sep;
}

function denied(what: string): Error {
  const error = new Error(outside(what));
  defineProperty(error, 'code', { value: 'ERR_ACCESS_DENIED', enumerable: true });
  return error;
}
