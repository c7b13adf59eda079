import type { Concordance } from '../../schemas/concordance.ts'
import type { SurveyLabels } from '../../schemas/labels.ts'
import type { SurveyPreparation } from '../../schemas/preparation.ts'
import type { RegionsDefinition } from '../../schemas/regions.ts'
import { formatJson } from './format-json.ts'

/** Where a date is to be filled in. */
const noDate = 'JJJJ-MM-TT'

/** What a further survey begins with. */
export interface Earlier {
  /** The definition as it is written, with the names of shared lists. */
  document: Readonly<Record<string, unknown>>
  /** The ids of its questions, without the parts of composite ones. */
  questions: readonly string[]
  labels: SurveyLabels | undefined
  preparation: SurveyPreparation | undefined
  regions: readonly RegionsDefinition[]
}

/** A file below `surveys/`. */
export interface Draft {
  path: string
  text: string
}

/** The files of a survey that asks again what an earlier one asked: its dates are missing, and all else is as it was. */
export function carryOver(earlier: Earlier, id: string): Draft[] {
  const { document, labels, preparation, regions } = earlier
  const { source: _printed, ...kept } = document
  const dated = 'stichtag' in document ? { stichtag: noDate } : {}
  const file = (folder: string, content: object, name = id): Draft => ({
    path: `${folder}/${name}.json`,
    text: formatJson(content),
  })
  return [
    file('definitions', { ...kept, id, version: '1.0.0', ...dated, frist: noDate }, `${id}.v1`),
    file('concordance', allTheSame(earlier, id)),
    ...(labels === undefined ? [] : [file('labels', { ...labels, survey: id })]),
    ...(preparation === undefined ? [] : [file('preparation', { ...preparation, survey: id })]),
    ...regions.map((one) => {
      const own = `${one.id}_${id.replaceAll('-', '_')}`
      const asked = one.questions.filter(({ survey }) => survey === document.id)
      return file('regions', { ...one, id: own, questions: asked.map((each) => ({ ...each, survey: id })) }, own)
    }),
  ]
}

/** A concordance as it is before anything is changed. */
function allTheSame({ document, questions }: Earlier, id: string): Concordance & { $schema: string } {
  const why = 'Die Frage ist dieselbe geblieben.'
  return {
    $schema: '../../schemas/concordance.schema.json',
    id,
    title: String(document.title),
    steps: [
      {
        from: String(document.id),
        to: id,
        concepts: [{ status: 'same', questions: questions as [string, ...string[]], why }],
      },
    ],
  }
}

/** A glossary that explains the words of the earlier survey, with the further one; nothing if it does not. */
export function withSurvey(text: string, from: string, id: string): string | undefined {
  const named = new RegExp(`("surveys":\\s*\\[[^\\]]*"${from}")`)
  return named.test(text) ? text.replace(named, `$1, "${id}"`) : undefined
}

/** An id that could be next: the one after `umfrage-4` is `umfrage-5`. */
export function nextId(id: string): string {
  const [, stem = id, number] = /^(.*?)(\d+)$/.exec(id) ?? []
  return number === undefined ? `${id}-2` : `${stem}${Number(number) + 1}`
}
