// Parts of sentences about AWS' answers, for the thin clients: nothing here needs a client.

/** A 403 that AWS itself would have worded otherwise. */
export const UNKNOWN_REFUSAL =
  "refused with 403 in words that are not AWS' own; a proxy or firewall on the way may be what refuses";

export function existsAndNot(repository: string): string {
  return `ECR says that ${repository} exists, and that it does not.`;
}
