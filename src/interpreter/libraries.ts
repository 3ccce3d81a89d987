const LOADERS = { amaro: () => import('amaro'), resolve: () => import('enhanced-resolve') };

type Name = keyof typeof LOADERS;
type Exports = { [Library in Name]: Awaited<ReturnType<(typeof LOADERS)[Library]>> };

/** Libraries that few configs need, and that take long to load: 60 ms for `amaro`, 25 ms for `enhanced-resolve`. */
export class Libraries {
  readonly loaded: Partial<Exports> = {};
  readonly wanted = new Set<Name>();

  /** @throws Error if it is not loaded yet. */
  use<Library extends Name>(name: Library): Exports[Library] {
    this.wanted.add(name);
    const exports = this.loaded[name];
    if (exports) return exports as Exports[Library];
    throw new Error('a library has to be loaded first');
  }

  /** @returns whether any was loaded now: then the config has to be evaluated again. */
  async loadWanted(): Promise<boolean> {
    const missing = [...this.wanted].filter(name => !this.loaded[name]);
    for (const name of missing) Object.assign(this.loaded, { [name]: await LOADERS[name]() });
    return missing.length > 0;
  }
}
