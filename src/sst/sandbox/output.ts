/** The longest line that SST reads, in bytes; it stops over a longer one (Go's bufio.Scanner, measured). */
const LONGEST_LINE = 65_535;

/** Collects what a config prints, as far as SST looks at it: whole lines that begin with `~j` or `~v2`. */
export function outputOf() {
  let line = '';
  const output = {
    most: LONGEST_LINE,
    /** What the last such line holds. */
    json: undefined as string | undefined,
    v2: false,
    tooLong: false,
    write(text: string): void {
      for (const [index, part] of text.split('\n').entries()) {
        if (index > 0) output.end();
        line += part.slice(0, LONGEST_LINE + 1 - line.length);
      }
    },
    end(): void {
      if (Buffer.byteLength(line) > LONGEST_LINE) output.tooLong = true;
      const text = line.replace(/\r$/, '');
      if (text === '~v2') output.v2 = true;
      if (text.startsWith('~j')) output.json = text.slice(2);
      line = '';
    },
  };
  return output;
}
