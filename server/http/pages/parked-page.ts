import { readCell } from '../../../surveys/answer/read-cells.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { ParkedPage } from '../../../views/page-data/form-pages.ts'
import { dayAndTime, whenSaved } from '../../domain/german-time.ts'
import { boxName, type KeptPage, keptDays } from '../../domain/kept-input.ts'
import { checkPageId, type Form } from '../../forms/form.ts'
import type { Visit } from '../../store/visit.ts'
import { parkedHref } from './addresses.ts'
import { overWords } from './closed-words.ts'

interface Said {
  notice?: string
  error?: { section: string; message: string }
  /** The boxes that are ticked. */
  ticked?: ReadonlySet<string>
  /** The revision of the draft that is shown. */
  rev?: number
}

/** What was kept, section by section, beside what is stored; with whose it is, and what can be done with it. */
export function parkedPage(
  { instrument, fields: known }: Form,
  visit: Visit,
  kept: readonly KeptPage[],
  contact: Contact,
  { notice = '', error, ticked = new Set(), rev = visit.rev }: Said = {},
): ParkedPage {
  const stored = visit.typed ?? {}
  const pages = [...instrument.sections, { id: checkPageId, title: 'Prüfen und absenden' }]
  const sections = pages.flatMap(({ id, title }): ParkedPage['sections'] => {
    const own = kept.filter(({ section }) => section === id)
    const asked = own.length === 0 ? [] : [...known.values()]
    const fields = asked.flatMap((variable) =>
      own.flatMap(({ id: page, typed, editor, parkedAt }) => {
        const { name, number, label } = variable
        const raw = typed[name]
        if (raw === undefined) return []
        const box = boxName(page, name)
        const by = [editor ?? 'ohne Kürzel', whenSaved(parkedAt, visit.now)].join(', ')
        const shown = (text: string) => shownValue(readCell(variable, text), variable)
        const current = shown(stored[name] ?? '')
        return [{ box, ticked: ticked.has(box), number, label, value: shown(raw), current, by }]
      }),
    )
    if (fields.length === 0) return []
    return [{ id, title, fields, error: error?.section === id ? error.message : '' }]
  })
  const newest = Math.max(0, ...kept.map(({ parkedAt }) => Number(parkedAt)))
  const oldest = Math.min(Number(visit.now), ...kept.map(({ parkedAt }) => Number(parkedAt)))
  return {
    sections,
    action: parkedHref(visit),
    rev,
    seen: new Date(newest).toISOString(),
    until: dayAndTime(new Date(oldest + keptDays * 86_400_000)).split(',')[0] ?? '',
    notice,
    over: overWords(visit),
    contact,
  }
}
