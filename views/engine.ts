import { readdirSync, readFileSync } from 'node:fs'
import { Eta, type TemplateFunction } from 'eta'

/** What to print for a value that a template should not have. */
type OnMissing = (value: unknown) => string

const refuse: OnMissing = (value) => {
  throw new TypeError(`A template printed ${value === null ? 'null' : typeof value}, which is no text.`)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const markup = /[&<>"']/g
const entityOf = (character: string) => entities[character] ?? ''

/** Most texts hold none, and to look is far cheaper than to replace nothing. */
const withoutMarkup = (text: string) => (text.search(markup) < 0 ? text : text.replace(markup, entityOf))

/** The source of every template under its path: `@pages/hub.eta`, `@parts/contact.eta`. */
export function templateSources(): { name: string; source: string }[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.eta'))
    .map((path) => ({
      name: `@${path.replaceAll('\\', '/')}`,
      source: readFileSync(`${import.meta.dirname}/${path}`, 'utf8'),
    }))
}

/** Of this process: every engine prints by the same, each with its own escape. */
let compiled: Map<string, TemplateFunction> | undefined

/** Eta with all templates compiled, which prints texts and numbers and nothing else. */
export class Engine extends Eta {
  constructor(onMissing: OnMissing = refuse) {
    super({
      cache: true,
      escapeFunction: (value) => {
        if (typeof value === 'number') return String(value)
        return typeof value === 'string' ? withoutMarkup(value) : onMissing(value)
      },
    })
    compiled ??= new Map(templateSources().map(({ name, source }) => [name, this.compile(source)]))
    for (const [name, template] of compiled) this.loadTemplate(name, template)
  }

  /**
   * A part of a page, which gets what it is given and nothing else. Eta's own `include` hands the whole page on and takes
   * a copy of it each time; a questionnaire has a hundred parts.
   */
  part(name: string, data: object): string {
    return this.templatesSync.get(`@${name}.eta`).call(this, data)
  }
}
