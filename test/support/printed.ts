/** Tables, figures and pictures of a page, as somebody finds them who reads it. */
export interface Printed {
  tables: { label: string; rows: string[][] }[]
  facts: { label: string; value: string; note: string }[]
  charts: { title: string; text: string; description: string; drawn: string[] }[]
}

export interface PrintedTable {
  label: string
  rows: string[][]
}

export function printedOn(html: string): Printed {
  return {
    tables: all(html, /<table class="figures[^"]*" aria-label="([^"]*)">([\s\S]*?)<\/table>/g).map(
      ([label, content]) => ({
        label: plain(label),
        rows: all(content, /<tr[^>]*>([\s\S]*?)<\/tr>/g).map(([row]) =>
          all(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map(([cell]) => plain(cell)),
        ),
      }),
    ),
    facts: all(html, /<dt[^>]*>([^<]*)<\/dt>\s*<dd><strong[^>]*>([^<]*)<\/strong> <span[^>]*>([^<]*)</g).map(
      ([label, value, note]) => ({ label: plain(label), value: plain(value), note: plain(note) }),
    ),
    charts: all(html, /<figure class="chart-figure">([\s\S]*?)<\/figure>/g).map(([figure]) => ({
      title: plain(only(figure, /<h3>([\s\S]*?)<\/h3>/)),
      text: plain(only(figure, /<p[^>]*>([\s\S]*?)<\/p>/)),
      description: plain(only(figure, /<desc[^>]*>([\s\S]*?)<\/desc>/)),
      drawn: all(figure, /<text[^>]*>([\s\S]*?)<\/text>/g).map(([words]) => plain(words)),
    })),
  }
}

const all = (text: string | undefined, pattern: RegExp) =>
  [...(text ?? '').matchAll(pattern)].map((found) => found.slice(1))
const only = (text: string | undefined, pattern: RegExp) => pattern.exec(text ?? '')?.[1]

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text = '') =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
    .trim()
