import { crossCategories } from '../../analysis/texts/annex/cross-categories.ts'
import type { DocumentTable } from '../../analysis/texts/annex/document.ts'
import { crossedTable } from '../../analysis/texts/annex/figure-tables.ts'
import { textOf } from '../../surveys/answer/cells.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { AskedTexts } from '../texts/asked-texts.ts'
import { textsInState } from './texts-in-state.ts'

/** How many of those who gave each answer to a question wrote something of a category; a table for each codebook of the wave. */
export async function crossedTexts(
  open: Pick<Database, 'db' | 'pool'>,
  asked: AskedTexts,
  { variable: name, state }: { variable: string; state?: number | undefined },
): Promise<{ state: number; tables: DocumentTable[] }> {
  const { instrument } = asked.form
  const options = instrument.variable.get(name)?.options
  if (options === undefined)
    throw new InputError(
      `„${name}“ ist in ${asked.wave.id} keine Frage mit Antworten zur Auswahl. „stichtag survey columns ${instrument.id}“ zeigt die Spalten.`,
    )
  const { snapshot, texts, codebooks, behind } = await textsInState(open, asked, state)
  const cells = new Map(texts.map(({ unit, answers }) => [unit, answers?.cells]))
  const labels = new Map(options.map(({ code, label }) => [String(code), label]))
  const tables = codebooks.map(({ id, title, fields, versions }) => {
    const crossed = crossCategories({
      texts: texts.filter(({ source }) => fields.includes(source)),
      codebook: versions.at(-1)?.categories ?? [],
      answers: [...labels.values()],
      answerOf: (unit) => labels.get(textOf(cells.get(unit) ?? new Map(), name)),
      behind,
    })
    const { many } = unitKinds[instrument.unit]
    return crossedTable(crossed, { id: `kategorien-${id}`, title: `${title}, nach ${name}`, many })
  })
  return { state: snapshot.state, tables }
}
