import { answerKey, goOnAfter } from '../../../surveys/answer/go-on.ts'
import { readCells, withKnownFilters } from '../../../surveys/answer/read-cells.ts'
import type { Surroundings } from '../../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import { doubtsOf } from '../../../surveys/regions/state-lookup.ts'
import type { Answered, QuestionView } from '../../../surveys/view/view.ts'
import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { QuestionnairePaper } from '../../../views/page-data/papers.ts'
import { unitLabel } from './frame.ts'
import { printedSections } from './print-page.ts'

/** What is known of the place that a paper is for. */
export type PaperFor = Pick<Visitor, 'unit' | 'stichtag' | 'frist' | 'synthetic'> & { address: string }

/** A paper that is for nobody in particular: whoever answers is still to be written on it. */
export function forAnybody({ unit, stichtag, frist }: Instrument): PaperFor {
  return {
    unit: { label: unitLabel(unit), name: '', note: '' },
    stichtag: stichtag === undefined ? '' : formatDate(stichtag),
    frist: formatDate(frist),
    synthetic: false,
    address: '',
  }
}

/**
 * The questionnaire to be filled in by hand, with the numbers of the last wave beside the fields where there was one. Of what is asked
 * only of some, that is left out which is known not to be asked of whoever it is for.
 */
export function blankPaper(instrument: Instrument, place: PaperFor, around?: Surroundings): QuestionnairePaper {
  const cells = readCells(withKnownFilters(instrument), {}, around)
  const kommune = around?.register.gemeinden.get(around.unit)
  const nothing = { instrument, raw: {}, cells, findings: [], last: around?.last, kommune }
  const whole = paper(nothing, place)
  const goOn = goOnAfter(instrument)
  return {
    ...whole,
    sections: whole.sections.map((one) => ({ ...one, questions: one.questions.map((view) => withGoOn(view, goOn)) })),
    blank: true,
    saved: '',
    introduction: instrument.introduction.map(forPaper).filter((text) => text !== ''),
    states: annexes(instrument),
  }
}

/** An answer that leads past what is not asked then says where to go on. */
function withGoOn(view: QuestionView, goOn: ReadonlyMap<string, string>): QuestionView {
  if (view.kind === 'composite')
    return { ...view, body: { parts: view.body.parts.map((part) => withGoOn(part, goOn)) } }
  if (view.kind !== 'choice' && view.kind !== 'choices') return view
  const options = view.body.options.map((option) => {
    const next = goOn.get(answerKey(option.name, option.value))
    if (next === undefined) return option
    return {
      ...option,
      label: `${option.label} (${next === '' ? 'danach ist nichts mehr gefragt' : `weiter mit ${next}`})`,
    }
  })
  return { ...view, body: { ...view.body, options } } as QuestionView
}

/** A sentence that there is a paper version is for those who do not hold it in their hands. */
const forPaper = (paragraph: string): string =>
  paragraph
    .split(/(?<=[.!?]) /)
    .filter((sentence) => !sentence.includes('Papierfassung'))
    .join(' ')

/** The questionnaire with the answers as they were saved. */
export function filledPaper(answered: Answered, place: PaperFor, saved: string): QuestionnairePaper {
  return { ...paper(answered, place), blank: false, saved, introduction: [], states: [] }
}

/** Each list once, however many questions refer to it. */
function annexes({ states }: Instrument): QuestionnairePaper['states'] {
  const byTitle = new Map([...states.values()].reverse().map((lookup) => [lookup.title, lookup]))
  return [...byTitle.values()].map((lookup) => ({ ...lookup, doubts: doubtsOf(lookup) }))
}

function paper(answered: Answered, { unit, stichtag, frist, synthetic, address }: PaperFor) {
  const { id, version, hash, title } = answered.instrument
  const edition = { id, version, hash }
  return { title, unit, stichtag, frist, synthetic, address, edition, sections: printedSections(answered) }
}
