import { annexDocument } from '../../analysis/texts/annex/annex-document.ts'
import { buildAnnex } from '../../analysis/texts/annex/build-annex.ts'
import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import type { Plan } from '../../analysis/texts/annex/plan.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type Origin, originOf } from '../export/origin.ts'
import { programVersion } from '../program-version.ts'
import type { AskedTexts } from '../texts/asked-texts.ts'
import { commentedTable } from './commented-table.ts'
import { codebookOf, undecidedWords } from './final-codings.ts'
import { textsInState } from './texts-in-state.ts'

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
  asked: AskedTexts,
  { plan, state }: Wanted,
): Promise<AnnexOfWave> {
  const { wave, form, fields } = asked
  const { instrument } = form
  const { snapshot, texts, sources, answered, codebooks, coded, behind } = await textsInState(
    { db, pool },
    asked,
    state,
  )
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
