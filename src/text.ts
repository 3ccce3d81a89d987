/**
 * A text that somebody else wrote (a config, a .env file), fit to be shown: on one line, without control and
 * direction characters, with nothing that the runner would take for a command, and not too long.
 */
export function plain(text: string, most = 300): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu, ' ')
    // An ARN of IAM or STS has `::` in it, where no command begins.
    .replaceAll(/(?<!\barn:[\w-]+:(?:iam|sts)):(?=:)/g, ': ')
    .replaceAll(/#(?=#\[)/g, '# ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** The same between quotes, for a value. */
export function quoted(text: string, most = 100): string {
  return JSON.stringify(plain(text, most));
}
