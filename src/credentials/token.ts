/**
 * The claims of a web identity token that are shown: those that trust policies use, and those that identify the job. Other
 * claims are never shown, because the token of a custom provider could contain anything.
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

/** The claims of a token, without its signature. */
export type Claims = { readonly [Claim in ShownClaim]?: string };

/**
 * Reads the claims of a JSON web token without verifying it, which AWS does. They are only used to explain a refusal.
 *
 * @returns only the claims in SHOWN_CLAIMS; none if the text is no such token.
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
