// What is said of modules and files that a config does not get: parts of sentences, and errors that it can catch.

export function notFound(specifier: string, importer: string): string {
  return `Cannot find ${JSON.stringify(specifier)}, imported from ${importer}`;
}

export function notJson(file: string): string {
  return `${file} is not valid JSON`;
}

export function notRead(file: string, because: string): string {
  return `${file} ${because}`;
}

export function noLoader(file: string): string {
  return `${file} is no module: SST's bundler has no loader for it`;
}

export function tooMuchCode(modules: number, bytes: number): string {
  return `the config loads more than ${modules} modules, or more than ${bytes / 2 ** 20} MB of them`;
}

export function notThere(name: string): string {
  return `${name} is not available when the config is checked`;
}
