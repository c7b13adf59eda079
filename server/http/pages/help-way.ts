import type { Instrument, Question } from '../../../surveys/compile/instrument.ts'
import { helpHref, hubHref, type Place, sectionHref } from './addresses.ts'
import { readFrom } from './correction.ts'

/** Where somebody comes from who asks for help, as the address of the help says it. */
export interface CameFrom {
  /** The address of the page, below the one of the form: `abschnitt/sprache`. */
  page: string
  /** A field or a question of it, or ''. */
  field: string
  /** Where they came from to that page, or ''. */
  from: string
}

/** The address of the help, from the address of a page: of a form, where it has a home, else for everybody. */
export function helpFrom(url: string, home: string | undefined): string {
  if (home === undefined) return '/hilfe'
  const [path = ''] = url.split('?')
  const page = path.slice(home.length + 1)
  return `${home}/hilfe${page === '' || page === 'hilfe' ? '' : `?seite=${page}`}`
}

/** What the address of the help says, or blanks: nothing of it leads out of the form. */
export function readCameFrom({ seite, feld, von }: Record<string, unknown>): CameFrom {
  const page = typeof seite === 'string' && /^[a-z]+(?:\/[\w-]{1,64})?$/.test(seite) ? seite : ''
  const field = typeof feld === 'string' && /^[a-z][a-z0-9_]{0,63}$/.test(feld) ? feld : ''
  return { page, field, from: readFrom(von) }
}

/** Where `hilfe` or `hilfe:<field or question>` leads from a page; undefined where a button means something else. */
export function helpOf(action: string, place: Place, page: string, from = ''): string | undefined {
  const [verb, field = ''] = action.split(':')
  return verb === 'hilfe' ? helpHref(place, { page, field, from }) : undefined
}

/** The question that somebody comes from; none where the page does not ask it. */
export function askedAt({ page, field }: CameFrom, { variable, sections }: Instrument): Question | undefined {
  const id = variable.get(field)?.question ?? field
  return sections
    .find((section) => page === `abschnitt/${section.id}`)
    ?.questions.find((one) => one.id === id || one.parts.some((part) => part.id === id))
}

/** The way back, by name. */
export function wayBack(cameFrom: CameFrom, instrument: Instrument, place: Place): { href: string; label: string } {
  const { page, field, from } = cameFrom
  const section = instrument.sections.find(({ id }) => page === `abschnitt/${id}`)
  if (section !== undefined) {
    const asked = askedAt(cameFrom, instrument)
    const query = from === '' ? '' : `?von=${from}`
    const anchor = asked === undefined ? '' : `#${instrument.variable.has(field) ? field : `frage-${asked.id}`}`
    return {
      href: `${sectionHref(place, section.id)}${query}${anchor}`,
      label: asked === undefined ? `Zurück zu „${section.title}“` : `Zurück zu Frage ${asked.number}`,
    }
  }
  const [name = ''] = page.split('/')
  const label = pages[name]
  return label === undefined
    ? { href: hubHref(place), label: 'Zurück zur Übersicht' }
    : { href: `${hubHref(place)}/${page}`, label }
}

const pages: Record<string, string> = {
  pruefen: 'Zurück zum Prüfen',
  drucken: 'Zurück zur Druckansicht',
  quittung: 'Zurück zur Quittung',
  angemeldet: 'Zurück zu den Sitzungen',
  aufbewahrt: 'Zurück zu den aufbewahrten Eingaben',
}
