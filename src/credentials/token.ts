/**
 * The claims of a web identity token that may be shown: those by which a trust policy decides, and those that tell the
 * job. A list, not all but some: a custom provider's token may carry anything.
 */
export const SHOWN_CLAIMS = [
  'sub',
  'aud',
  'iss',
  'repository',
  'repository_id',
  'repository_owner_id',
  'ref',
  'event_name',
  'environment',
  'job_workflow_ref',
  'workflow_ref',
] as const;

export type ShownClaim = (typeof SHOWN_CLAIMS)[number];

/** What a token says of itself; nothing of its signature. */
export type Claims = { readonly [Claim in ShownClaim]?: string };

/**
 * Reads the claims of a JSON web token, without checking it: AWS does that. They explain a refusal, nothing else
 * is decided by them.
 *
 * @returns only the claims in SHOWN_CLAIMS; none where the text is no such token.
 */
export function claimsOf(token: string): Claims {
  const payload = payloadOf(token);
  return Object.fromEntries(
    SHOWN_CLAIMS.flatMap(claim => {
      const value = payload[claim];
      const text = Array.isArray(value) ? value.join(', ') : value;
      return typeof text === 'string' || typeof text === 'number' ? [[claim, String(text)]] : [];
    }),
  );
}

function payloadOf(token: string): Record<string, unknown> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
