import type { Variables } from './variables.ts';

// Of this step alone: the next one, in which SST runs, does not have them.
const OF_THIS_STEP =
  /^(ACTIONS_(RUNTIME|CACHE|RESULTS|STEP|RUNNER)_.*|GITHUB_ACTION_PATH|GITHUB_ACTION_REF|GITHUB_ACTION_REPOSITORY)$/i;

/** The runner sets these for each step, over variables of the job that have the same name. */
const PER_STEP = /^(INPUT|STATE)_/i;

/** Files that the runner reads commands from. There is no path to them in the sandbox, and no need to know one. */
const COMMAND_FILE = /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/;

// What GitHub and the runner set for everybody, and what steers AWS and SST: none of it is a secret, all of it is
// what configs decide by. (Tokens of the runner carry a name that is caught before: ACTIONS_ID_TOKEN_REQUEST_TOKEN.)
const KNOWN =
  /^(CI|GITHUB_(ACTIONS?|ACTOR(_ID)?|API_URL|BASE_REF|EVENT_NAME|EVENT_PATH|GRAPHQL_URL|HEAD_REF|JOB|REF(_NAME|_PROTECTED|_TYPE)?|REPOSITORY(_ID|_OWNER|_OWNER_ID)?|RETENTION_DAYS|RUN_(ATTEMPT|ID|NUMBER)|SERVER_URL|SHA|TRIGGERING_ACTOR|WORKFLOW(_REF|_SHA)?|WORKSPACE)|RUNNER_(ARCH|DEBUG|ENVIRONMENT|NAME|OS|TEMP|TOOL_CACHE|TRACKING_ID|WORKSPACE)|AWS_(REGION|DEFAULT_REGION|PROFILE|DEFAULT_PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE)|SST_(STAGE|RUN_ID|AWS_NO_PROFILE)|NODE_ENV|PATH|HOME|PWD|USER|SHELL|LANG|TERM|TMPDIR|HOSTNAME|LOGNAME)$/;

/** What tells anywhere in a name that the value is a secret. */
const SECRET_NAME =
  /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|WEBHOOK|COOKIE|KUBECONFIG|NETRC|NPMRC/i;

/** What tells it as a word of the name: `SSH_KEY` is a secret, `MONKEY` and `AUTHOR` are none. */
const SECRET_WORDS = new Set(
  (
    'KEY KEYS PASS PWD PW PIN OTP PAT CRED CREDS AUTH PRIVATE CERT CERTS CERTIFICATE SIGNATURE SIGNING SALT SESSION JWT ' +
    'BEARER DSN CONNECTION CONN URI MONGO MONGODB REDIS POSTGRES PG MYSQL AMQP LICENSE LICENCE PEM PFX P12 VAULT SEED MNEMONIC'
  ).split(' '),
);

/** Forms that tell in a value that it is a secret, whatever the name. */
const SECRET_VALUE =
  /-----BEGIN|\beyJ[\w-]{8,}|\b(A3T[A-Z0-9]|AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}|\bgh[opsur]_|\bgithub_pat_|\bgl(pat|dt|ft)-|\bxox[abeoprs]-|\b[srp]k_(live|test)_|\bwhsec_|\bnpm_[A-Za-z0-9]{20,}|\bpypi-|\bdop_v1_|\bhf_[A-Za-z]{20,}|\bSG\.|\bsk-[A-Za-z0-9_-]{16,}|\bAIza|\bya29\.|:\/\/[^/\s@]*:[^/\s@]*@|:\/\/[^/\s@:]{16,}@|hooks\.slack\.com|discord(app)?\.com\/api\/webhooks|[?&;](sig|token|key|password|secret|code)=/i;

/** What stands for a secret: a text of the same truth. */
const PLACEHOLDER = 'hidden-by-sst-creds';

/**
 * The environment that `app()` is evaluated with: what it will have in the next step, with a placeholder for
 * everything that is or might be a secret. A placeholder is empty if the value is empty, so that a question such as
 * `process.env.AWS_ACCESS_KEY_ID ? … : …` has the same answer. `INPUT_*` and `STATE_*` are left out: this step cannot
 * tell its own from those of the job.
 *
 * @param variables the next step's, with the credentials that will be exported (whatever their value: it is hidden).
 */
export function environmentForApp(variables: Variables) {
  const environment: Record<string, string> = {};
  // The variables that have a placeholder, and those of which nobody knows whether the next step has them. True if the
  // value might be a word, and not drawn at random: then a config might compare it with one.
  const hidden = new Map<string, boolean>();
  for (const [name, { value, by }] of variables) {
    if (by === 'job' && OF_THIS_STEP.test(name)) continue;
    if (by === 'job' && PER_STEP.test(name)) hidden.set(name, true);
    else if (value === '' || !isSecret(name, value)) environment[name] = value;
    else {
      environment[name] = PLACEHOLDER;
      hidden.set(name, by !== 'step' && !looksSecret(value));
    }
  }
  return { environment, hidden };
}

function isSecret(name: string, value: string): boolean {
  if (COMMAND_FILE.test(name)) return true;
  if (KNOWN.test(name) || /^(true|false|yes|no|on|off|0|1)$/i.test(value)) return false;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z\d]+/);
  return SECRET_NAME.test(name) || words.some(word => SECRET_WORDS.has(word)) || looksSecret(value);
}

/**
 * Whether the value has the form of a secret, or a word that looks drawn at random: long, and letters and digits mixed
 * (a key in hex, base64 or base62), or very long. An account's number, a version, a path or a sentence is none.
 */
function looksSecret(value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  return value.split(/[^A-Za-z0-9+/=_-]+/).some(word => {
    const dense = word
      .split(/[/_-]/)
      .some(part => part.length >= 16 && /\d/.test(part) && /[A-Za-z]/.test(part));
    const mixed = word.length >= 20 && /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
    return dense || mixed || /^[0-9a-f]{32,}$/i.test(word);
  });
}
