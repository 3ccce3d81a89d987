/**
 * Milliseconds on a clock that only goes forward. Not `performance.now()`: its first use loads a dozen of Node's modules,
 * which took 1.5 ms before the first request.
 */
export function milliseconds(): number {
  return process.uptime() * 1000;
}
