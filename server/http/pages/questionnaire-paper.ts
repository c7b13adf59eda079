import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { LastWave } from '../../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Kommune } from '../../../surveys/reading/register.ts'
import { doubtsOf } from '../../../surveys/regions/state-lookup.ts'
import type { Answered } from '../../../surveys/view/view.ts'
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

/** The questionnaire to be filled in by hand, with the numbers of the last wave beside the fields where there was one. */
export function blankPaper(
  instrument: Instrument,
  place: PaperFor,
  last?: LastWave,
  kommune?: Kommune,
): QuestionnairePaper {
  const nothing = { instrument, raw: {}, cells: readCells(instrument, {}), findings: [], last, kommune }
  return {
    ...paper(nothing, place),
    blank: true,
    saved: '',
    introduction: instrument.introduction.map(forPaper).filter((text) => text !== ''),
    states: annexes(instrument),
  }
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
