import type { Instrument } from '../../surveys/compile/instrument.ts'
import { checkSentence, placeOf, writeAbout } from './about.ts'
import { extentOf } from './extent.ts'

interface Group {
  label: string
  options: { value: string; label: string; selected: boolean }[]
}

/** All that a Rückfrage can be about: section by section its questions and their fields, then the checks. */
export function aboutChoices(instrument: Instrument, chosen: string): Group[] {
  const option = (value: string, label: string) => ({ value, label, selected: value === chosen })
  const sections = instrument.sections.map(({ title, questions }) => ({
    label: title,
    options: questions.flatMap(({ id, number, title: asked, variables }) => [
      option(writeAbout({ kind: 'question', name: id }), `${number} ${asked}`),
      ...variables
        .filter(({ role }) => role === 'item' || role === 'unknown')
        .map(({ name, label }) => option(writeAbout({ kind: 'field', name }), `${number}, ${label}`)),
    ]),
  }))
  return [{ label: '', options: [option('', 'Bitte wählen')] }, ...sections, ...checkChoices(instrument, chosen)]
}

/** The checks alone; what stands in their sentences is another number each time. */
export function checkChoices(instrument: Instrument, chosen: string): Group[] {
  const options = instrument.checks.flatMap(({ id }) => {
    const about = { kind: 'check', name: id } as const
    const place = placeOf(about, instrument)
    if (place === undefined || extentOf(about, instrument) === undefined) return []
    const value = writeAbout(about)
    const label = `${place.label.replace('Hinweis zu ', '')}: ${checkSentence(about, instrument)}`
    return [{ value, label, selected: value === chosen }]
  })
  return [{ label: 'Prüfungen', options }]
}
