/** The value below which that share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function quartiles(numbers: readonly number[]): string {
  return `${quantile(numbers, 0.25).toFixed(0)}–${quantile(numbers, 0.75).toFixed(0)}`;
}

/** Prints a table, aligned, or as Markdown for a document. */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  markdown: boolean,
): void {
  const lines = [head, ...(markdown ? [head.map(() => '---')] : []), ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map(cells => cells[column]?.length ?? 0)));
  for (const cells of lines) {
    const line = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(markdown ? `| ${line.join(' | ')} |` : line.join('  ').trimEnd());
  }
  console.log();
}
