export type Libraries = ReturnType<typeof newLibraries>;

/** Libraries that few configs need, and that take long to load: 60 ms for `amaro`, 25 ms for `enhanced-resolve`. */
export function newLibraries() {
  const amaro = library(() => import('amaro'));
  const resolve = library(() => import('enhanced-resolve'));
  return {
    amaro,
    resolve,
    /** @returns whether any was loaded now: then the config has to be evaluated again. */
    async loadWanted(): Promise<boolean> {
      return (await Promise.all([amaro.loadIfWanted(), resolve.loadIfWanted()])).includes(true);
    },
  };
}

function library<Exports>(load: () => Promise<Exports>) {
  const made = {
    exports: undefined as Exports | undefined,
    isWanted: false,
    /** @throws Error if it is not loaded yet. */
    use(): Exports {
      made.isWanted = true;
      if (made.exports) return made.exports;
      throw new Error('a library has to be loaded first');
    },
    async loadIfWanted(): Promise<boolean> {
      if (!made.isWanted || made.exports) return false;
      made.exports = await load();
      return true;
    },
  };
  return made;
}
