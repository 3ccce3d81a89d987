// Draws Markdown almost as GitHub shows it (tables, alerts, mermaid) into a PNG, with headless Chromium. The packages
// for that are not among the project's dependencies: `.ci/real-parts` installs them into .cache/screenshots.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.resolve(import.meta.dirname, '../.cache/screenshots/node_modules');
const require = createRequire(path.join(modules, 'x.js'));
const WIDTH = 940;

/** As on GitHub: the page's colour, and the colours of its alerts and of changed lines. */
const THEMES = {
  light: {
    background: '#ffffff',
    alerts: { NOTE: '#0969da', WARNING: '#9a6700', CAUTION: '#cf222e' },
    added: '#dafbe1',
    removed: '#ffebe9',
    mermaid: 'default',
  },
  dark: {
    background: '#0d1117',
    alerts: { NOTE: '#4493f8', WARNING: '#d29922', CAUTION: '#f85149' },
    added: '#12361f',
    removed: '#4a1d1d',
    mermaid: 'dark',
  },
} as const;
export type Theme = keyof typeof THEMES;

/**
 * Draws Markdown into a PNG file, at twice the resolution of the page.
 *
 * @throws if a diagram in it cannot be drawn.
 */
export async function drawMarkdown(markdown: string, file: string, theme: Theme = 'light'): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'render-'));
  try {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, html(markdown, theme));
    const dom = await chromium(folder, ['--dump-dom', pathToFileURL(page).href]);
    const height = Number(/data-height="(\d+)"/.exec(dom)?.[1]);
    const wanted = markdown.match(/^```mermaid$/gm)?.length ?? 0;
    const drawn = dom.match(/<svg[^>]* aria-roledescription="flowchart/g)?.length ?? 0;
    if (!(height > 0) || drawn !== wanted || dom.includes('Syntax error')) {
      throw new Error(`${file}: ${drawn} of ${wanted} diagrams could be drawn, height ${height}`);
    }
    const size = `--window-size=${WIDTH},${height + 40}`;
    await chromium(folder, [size, `--screenshot=${path.resolve(file)}`, pathToFileURL(page).href]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function html(markdown: string, theme: Theme): string {
  const { background, alerts, added, removed, mermaid: diagrams } = THEMES[theme];
  const { marked } = require('marked') as { marked: { parse(text: string): string } };
  const css = readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  const mermaid = pathToFileURL(path.join(modules, 'mermaid/dist/mermaid.min.js')).href;
  return `<!doctype html><meta charset="utf-8">
<style>${css}
body { margin: 20px; width: ${WIDTH - 40}px; background: ${background} }
/* GitHub scrolls long lines; a picture cannot. */
.markdown-body pre, .markdown-body pre > code { white-space: pre-wrap; overflow-wrap: anywhere }
pre.mermaid { background: none; padding: 0 }
.alert { border-left-color: var(--alert) !important; color: inherit !important }
.alert > b:first-child { color: var(--alert); display: block; margin-bottom: 8px }
</style>
<article class="markdown-body">${marked.parse(markdown)}</article>
<script src="${mermaid}"></script>
<script>
for (const quote of document.querySelectorAll('blockquote')) {
  const kind = /^\\s*\\[!(\\w+)\\]/.exec(quote.textContent)?.[1];
  const color = (${JSON.stringify(alerts)})[kind];
  if (!color) continue;
  quote.innerHTML = quote.innerHTML.replace('[!' + kind + ']', '');
  quote.classList.add('alert');
  quote.style.setProperty('--alert', color);
  quote.insertAdjacentHTML('afterbegin', '<b>' + kind[0] + kind.slice(1).toLowerCase() + '</b>');
}
for (const block of document.querySelectorAll('code.language-diff')) {
  block.innerHTML = block.innerHTML.replace(/^([+-]) .*$/gm, (line, sign) =>
    '<span style="background:' + (sign === '+' ? '${added}' : '${removed}') + '">' + line + '</span>');
}
for (const block of document.querySelectorAll('code.language-mermaid')) {
  const pre = document.createElement('pre');
  pre.className = 'mermaid';
  pre.textContent = block.textContent;
  block.parentElement.replaceWith(pre);
}
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${diagrams}' });
mermaid.run().catch(console.error).finally(() => {
  document.documentElement.dataset.height = document.querySelector('article').scrollHeight;
});
</script>`;
}

/** Runs Chromium on a page, without connections of its own. @returns its output. */
function chromium(folder: string, args: string[]): Promise<string> {
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    '--force-device-scale-factor=2',
    '--virtual-time-budget=20000',
    `--user-data-dir=${path.join(folder, 'profile')}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(browser(), [...quiet, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 120_000,
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) resolve(output);
      else reject(new Error(`chromium ended with ${code}`));
    });
  });
}

/** Debian's, or the one that GitHub's runners have. */
function browser(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const names = ['chromium', 'google-chrome'];
  const found = names.find(name => folders.some(folder => existsSync(path.join(folder, name))));
  if (!found) throw new Error(`none of ${names.join(', ')} is on PATH`);
  return found;
}
