import type { Plan } from '../../analysis/texts/annex/plan.ts'
import { readPlan, surveyOf } from '../../analysis/texts/annex/read-plan.ts'
import type { AnnexPlan } from '../../schemas/annex.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { planText } from '../demo/comments.ts'
import { unlessCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import type { AskedTexts } from '../texts/asked-texts.ts'

/** A plan as somebody wrote it. Named after what it came from, all that is wrong with it is thrown at once. */
export async function readPlanText(text: string, name: string): Promise<Plan> {
  const document = parsed(text, name)
  const survey = surveyOf(document)
  const read = readPlan(document, survey === undefined ? undefined : await loadInstrument(survey))
  if ('problems' in read)
    throw new InputError(read.problems.map(({ path: at, message }) => `${name}, ${at}: ${message}`))
  return read.plan
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new InputError(`${name} ist kein gültiges JSON: ${reason}`, { cause })
  }
}

/** The plan that stands there before anybody wrote one: that of the demo world, or a chapter for each question. */
export async function firstPlanText({ wave, form, fields }: AskedTexts): Promise<string> {
  const written = wave.synthetic ? await planText(wave.survey).catch(unlessCode('ENOENT')) : undefined
  return written ?? `${JSON.stringify(plainPlan(form.instrument, fields), null, 2)}\n`
}

function plainPlan(instrument: Instrument, fields: AskedTexts['fields']): AnnexPlan {
  const own = new Set(fields.map(({ field }) => field))
  const chapters = [...instrument.questions.values()]
    .filter(({ variables }) => variables.some(({ name }) => own.has(name)))
    .map(({ id, title }): AnnexPlan['chapters'][number] => ({ title, questions: [id] }))
  const [first, ...others] = chapters
  if (first === undefined) throw new InputError('Diese Umfrage hat keine Frage, zu der jemand schreiben kann.')
  return {
    survey: instrument.id,
    title: `Kommentare: ${instrument.title} (Auszüge)`,
    chosen: 'Abgedruckt ist, was freigegeben wurde.',
    chapters: [first, ...others],
  }
}
