import { isBuiltin } from 'node:module';

/** What something of Node's is: data, or of which kind. `other` is what only reading it would tell. */
export type Member = { readonly value: unknown } | 'function' | 'object' | 'other';

/** What an object and its prototypes have, by name. */
export function membersOf(object: object): Record<string, Member> {
  const above = typeof object === 'function' ? null : Object.getPrototypeOf(object);
  const members = above === null || above === Object.prototype ? {} : membersOf(above);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(object)))
    members[name] = memberOf(name, descriptor);
  return members;
}

/** @param name by which a getter is judged: it is not called. */
export function memberOf(name: string, { value, get, set }: PropertyDescriptor): Member {
  // A getter is not called: it might load much of Node. By its name it is a class, or anything.
  if (get || set) return /^[A-Z]/.test(name) ? 'function' : 'other';
  if (name === 'constants') return { value: { ...value } };
  if (typeof value === 'function') return 'function';
  if (typeof value === 'object' && value !== null) return 'object';
  return typeof value === 'symbol' ? 'other' : { value };
}

/** What one of Node's modules exports. */
export function membersOfModule(name: string): Record<string, Member> {
  if (!isBuiltin(`node:${name}`)) return {};
  const members = membersOf(Object(process.getBuiltinModule(`node:${name}`)));
  // Another process has other numbers.
  return name === 'process' ? { ...members, pid: 'other', ppid: 'other', debugPort: 'other' } : members;
}
