import { readdirSync, readFileSync } from 'node:fs'
import { Eta } from 'eta'
import { formatNumber, type NumberType, readNumber } from '../surveys/number.ts'

/** What to print for a value that a template should not have. */
export type OnMissing = (value: unknown) => string

const refuse: OnMissing = (value) => {
  throw new TypeError(`A template printed ${value === null ? 'null' : typeof value}, which is no text.`)
}

const special = /[&<>"']/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Eta with all templates compiled, each under its path: `@pages/hub.eta`, `@parts/contact.eta`. */
export class Engine extends Eta {
  constructor(onMissing: OnMissing = refuse) {
    super({
      cache: true,
      escapeFunction: (value) => {
        if (typeof value === 'number') return String(value)
        if (typeof value !== 'string') return onMissing(value)
        return special.test(value) ? value.replace(/[&<>"']/g, (character) => entities[character] ?? '') : value
      },
    })
    for (const path of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.eta')) continue
      this.loadTemplate(`@${path.replaceAll('\\', '/')}`, readFileSync(`${import.meta.dirname}/${path}`, 'utf8'))
    }
  }

  /**
   * A part of a page, which gets what it is given and nothing else. Eta's own `include` hands the whole page on and takes
   * a copy of it each time; a questionnaire has a hundred parts.
   */
  part(name: string, data: object): string {
    return this.templatesSync.get(`@${name}.eta`).call(this, data)
  }

  /** A number as Germans write it, where the text can be read as one; otherwise the text. */
  shown(raw: string, type: NumberType = 'count'): string {
    const read = readNumber(type, raw)
    return read.state === 'given' ? formatNumber(read.value) : raw
  }
}
