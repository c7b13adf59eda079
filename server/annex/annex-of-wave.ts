import { annexDocument } from '../../analysis/texts/annex/annex-document.ts'
import type { AnnexText } from '../../analysis/texts/annex/annex-text.ts'
import { buildAnnex } from '../../analysis/texts/annex/build-annex.ts'
import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import type { Plan } from '../../analysis/texts/annex/plan.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type Origin, originOf } from '../export/origin.ts'
import { programVersion } from '../program-version.ts'
import { readSnapshot } from '../store/panel-answers.ts'
import { type AnnexSource, annexSources, answersBeside, codebooksIn } from '../store/texts/annex-texts.ts'
import type { AskedTexts } from '../texts/asked-texts.ts'
import { commentedTable } from './commented-table.ts'
import { codebookOf, codingsFor, finalCodings, undecidedWords } from './final-codings.ts'

interface Wanted {
  plan: Plan
  /** A state of the data; missing: the newest. */
  state?: number | undefined
}

export interface AnnexOfWave {
  document: AnnexDocument
  origin: Origin
}

/** The annex of what was coded, settled and released in a wave, up to a state of the data. */
export async function annexOfWave(
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  { wave, form, fields, of }: AskedTexts,
  { plan, state }: Wanted,
): Promise<AnnexOfWave> {
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
  const built = buildAnnex({ plan, texts, codebookOf: (one) => codebookOf(one, codebooks), behind, order: 'mixed' })
  if ('refused' in built) throw new InputError(built.refused.map(({ text, sentence }) => `Text ${text}: ${sentence}`))
  const document = annexDocument(built.annex, {
    madeOf: `Aus ${instrument.title} (${wave.id}), Datenstand ${snapshot.state}.`,
    synthetic: wave.synthetic,
    writers: fields.some(({ kind }) => kind === 'file') ? null : unitKinds[instrument.unit],
    coding: coded.note,
    tables: [
      await commentedTable(pool, {
        wave: wave.id,
        kind: instrument.unit,
        state: snapshot.state,
        answered: answered.map(({ unit }) => unit),
        commented: new Set(sources.flatMap(({ unit }) => unit ?? [])),
        behind: (unit) => (instrument.unit === 'integrationsmanager' ? unit.slice(0, 6) : unit),
      }),
    ],
  })
  const { id, stichtag, synthetic } = wave
  return {
    document: { ...document, method: [...document.method, ...undecidedWords(sources, coded)] },
    origin: {
      waves: [originOf({ wave: id, instrument, stichtag, synthetic })],
      state: snapshot.state,
      at: snapshot.submissions === 0 ? null : snapshot.at,
      program: programVersion,
    },
  }
}

/** Of a file nobody is known who wrote its texts: what stands at the same place is of the same. */
const writerOf = ({ unit, source, place }: AnnexSource): string => unit ?? `datei ${source} ${place}`
