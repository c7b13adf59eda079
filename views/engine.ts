import { readdirSync, readFileSync } from 'node:fs'
import { Eta } from 'eta'

/** What to print for a value that a template should not have. */
type OnMissing = (value: unknown) => string

const refuse: OnMissing = (value) => {
  throw new TypeError(`A template printed ${value === null ? 'null' : typeof value}, which is no text.`)
}

const special = /[&<>"'\x80-\uffff]/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const withoutMarkup = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/**
 * Pages are put together from strings in which each character is one byte of UTF-8. With a single dash or German quotation
 * mark in it, an ordinary string would take two bytes for every character of the page, and turning that into UTF-8 at the end
 * would be most of the work.
 */
const toBytes = (text: string) => Buffer.from(text).toString('latin1')

/** A rendered page, ready to be sent as UTF-8. */
export const pageBytes = (rendered: string) => Buffer.from(rendered, 'latin1')

/** The source of every template under its path: `@pages/hub.eta`, `@parts/contact.eta`. */
export function templateSources(): { name: string; source: string }[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.eta'))
    .map((path) => ({
      name: `@${path.replaceAll('\\', '/')}`,
      source: readFileSync(`${import.meta.dirname}/${path}`, 'utf8'),
    }))
}

/** Eta with all templates compiled. What it renders is for `pageBytes`. */
export class Engine extends Eta {
  constructor(onMissing: OnMissing = refuse) {
    super({
      cache: true,
      escapeFunction: (value) => {
        if (typeof value === 'number') return String(value)
        if (typeof value !== 'string') return onMissing(value)
        return special.test(value) ? toBytes(withoutMarkup(value)) : value
      },
      plugins: [{ processAST: (parts) => parts.map((part) => (typeof part === 'string' ? toBytes(part) : part)) }],
    })
    for (const { name, source } of templateSources()) this.loadTemplate(name, source)
  }

  /**
   * A part of a page, which gets what it is given and nothing else. Eta's own `include` hands the whole page on and takes
   * a copy of it each time; a questionnaire has a hundred parts.
   */
  part(name: string, data: object): string {
    return this.templatesSync.get(`@${name}.eta`).call(this, data)
  }

  /** Markup that was made elsewhere, such as a chart, in the form that `pageBytes` expects. */
  markup(text: string): string {
    return toBytes(text)
  }
}
