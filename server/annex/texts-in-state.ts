import type { AnnexText } from '../../analysis/texts/annex/annex-text.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import type { Database } from '../database/database.ts'
import { readSnapshot } from '../store/panel-answers.ts'
import { type AnnexSource, annexSources, answersBeside, codebooksIn } from '../store/texts/annex-texts.ts'
import type { AskedTexts } from '../texts/asked-texts.ts'
import { codingsFor, finalCodings } from './final-codings.ts'

/** The texts of a wave up to a state of the data, with what they are taken to be about and what was answered beside them. */
export async function textsInState(
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  { wave, form, of }: AskedTexts,
  state: number | undefined,
) {
  const { instrument } = form
  const snapshot = await readSnapshot(pool, state)
  const inState = { wave: wave.id, asOf: snapshot.state }
  const sources = await annexSources(db, inState)
  const answered = await answersBeside(db, inState)
  const codebooks = await codebooksIn(db, inState)
  const coded = await finalCodings(db, { ...of, asOf: snapshot.state }, codebooks)
  const beside = new Map(
    answered.map((one) => [one.unit, { cells: readCells(instrument, rawOf(instrument, one)), instrument }]),
  )
  const texts = sources.map((source): AnnexText => {
    const answers = beside.get(source.unit ?? '')
    return {
      id: String(source.id),
      source: source.field,
      unit: writerOf(source),
      ...(answers && { answers }),
      ...(source.place !== null && { group: source.place }),
      codings: codingsFor(source, coded),
    }
  })
  const verbuende = new Map(sources.map((source) => [writerOf(source), source.verbund ?? writerOf(source)]))
  const behind = (unit: string) => verbuende.get(unit) ?? unit
  return { snapshot, texts, sources, answered, codebooks, coded, behind }
}

/** Of a file nobody is known who wrote its texts: what stands at the same place is of the same. */
const writerOf = ({ unit, source, place }: AnnexSource): string => unit ?? `datei ${source} ${place}`
