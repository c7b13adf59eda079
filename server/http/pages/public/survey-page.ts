import type { Instrument, Question } from '../../../../surveys/compile/instrument.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { surveyPaperHref } from '../addresses.ts'
import { unitLabel } from '../frame.ts'
import { askingFacts } from './asking-facts.ts'
import { fristWords, type PublicWave, surveyEntry } from './survey-entry.ts'
import { fact } from './words.ts'

/** What anybody may read about a survey: purpose, dates, questions, and what becomes of the answers. */
export function surveyPage(operator: SiteOperator, wave: PublicWave, instrument: Instrument): Pages['survey'] {
  const { title, stichtag, open, synthetic, preparation } = surveyEntry(wave, instrument)
  const { answering, waves = {} } = operator.facts
  const [questions, sections] = [instrument.questions.size, instrument.sections.length]
  return {
    title,
    open,
    synthetic,
    facts: [
      ...askingFacts(operator.facts, wave.id),
      fact('Wer antwortet', unitLabel(instrument.unit)),
      ...(stichtag === '' ? [] : [fact('Stichtag', `${stichtag}; für diesen Tag gelten die Angaben`)]),
      fact('Frist', fristWords(wave)),
      fact('Umfang', `${questions} Fragen in ${sections} Abschnitten; leere Felder dürfen leer bleiben`),
    ],
    introduction: instrument.introduction,
    results: waves[wave.id]?.results ?? answering?.results ?? '',
    preparation,
    paperHref: surveyPaperHref(wave.id),
    sections: instrument.sections.map(({ title, questions }) => ({ title, questions: questions.map(asked) })),
    contact: contactOf(operator),
  }
}

const asked = ({ number, title }: Question): string => (number === '' ? title : `${number} ${title}`)
