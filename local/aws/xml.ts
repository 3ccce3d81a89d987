const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** An element with a text in it; nothing if there is no value. */
export function leaf(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  return `<${name}>${String(value).replace(/[&<>"']/g, character => ESCAPES[character] ?? character)}</${name}>`;
}

/** An element with elements in it. An attribute can follow the name: `tag('Result xmlns="…"', …)`. */
export function tag(name: string, ...children: string[]): string {
  return `<${name}>${children.join('')}</${name.split(' ')[0]}>`;
}

/** A document of one element. */
export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/**
 * The inner XML of every element of that name. That is enough for requests to S3, in which no element contains another
 * one of the same name.
 */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    match => match[1] ?? '',
  );
}

/** The text of the first element of that name. */
export function textOf(xml: string, name: string): string | undefined {
  const inner = elements(xml, name)[0];
  if (inner === undefined) return undefined;
  return Object.entries(ESCAPES).reduceRight(
    (text, [character, escaped]) => text.replaceAll(escaped, character),
    inner,
  );
}
