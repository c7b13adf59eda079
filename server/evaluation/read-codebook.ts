import type { Codebook, CodebookColumn, CodebookConcept, CodebookTable } from '../../analysis/codebook/codebook.ts'
import { wholeReason } from '../../analysis/panel/comparability.ts'
import { type ListedVariable, listed, listVariables } from '../../analysis/panel/list-variables.ts'
import { panelColumns } from '../../analysis/panel/panel-rows.ts'
import type { Concepts } from '../../surveys/codebook/describe-columns.ts'
import { answersFile } from '../../surveys/codebook/values-used.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Forms } from '../forms/form.ts'
import { readSnapshot, type WantedData } from '../store/panel-answers.ts'
import { readUnits } from '../store/panel-units.ts'
import { conceptsOfPanel } from './concepts-of-panel.ts'
import { openWaves } from './open-waves.ts'
import { readStudy, type StudyContext } from './read-study.ts'
import { waveCodebook } from './wave-codebook.ts'

/** All that there is to say of some waves, in a state of the data: each of them, and several as a panel. */
export async function readCodebook(
  context: StudyContext,
  forms: Forms,
  waves: readonly string[],
  wanted: WantedData = {},
): Promise<Codebook> {
  const { surveys, rules, continues } = await openWaves(context.db, forms, waves)
  const snapshot = await readSnapshot(context.pool, wanted.state, wanted.values)
  const study = await readStudy(context, surveys, snapshot)
  const tables: CodebookTable[] = []
  for (const [place, survey] of surveys.entries())
    tables.push(await waveCodebook(context, survey, continues, { snapshot, rows: study.waves[place]?.answered ?? 0 }))
  if (surveys.length === 1) return { study, tables, concepts: [] }
  const variables = listVariables(surveys, rules.declared, continues)
  const concepts = await conceptsOfPanel(variables, surveys)
  const told = variables.map((variable) => listed(variable, surveys, continues))
  const units = await readUnits(context.pool, waves, snapshot)
  const file = answersFile(study.id, snapshot.values)
  const columns = panelColumns(variables, unitKinds[study.unit].key, concepts).map((column): CodebookColumn => {
    const one = told.find(({ name }) => name === column.name)
    return {
      ...column,
      ...(one && one.formula !== one.name && { formula: one.formula }),
      ...(one?.note && { note: one.note }),
    }
  })
  const panel: CodebookTable = { file, wave: null, rows: units.length * surveys.length, sections: [], columns }
  const all = [...tables, panel]
  return { study, tables: all, concepts: sharedConcepts(all, told, concepts) }
}

/** What is asked in two waves or more, with how far they can be compared. */
function sharedConcepts(
  tables: readonly CodebookTable[],
  variables: readonly ListedVariable[],
  concepts: Concepts,
): CodebookConcept[] {
  const places = new Map<string, { file: string; name: string }[]>()
  for (const { file, columns } of tables)
    for (const { name, concept } of columns)
      if (concept !== undefined) places.set(concept, [...(places.get(concept) ?? []), { file, name }])
  const known = new Map(variables.map((one) => [concepts.get(one.name) ?? '', one]))
  return [...places].flatMap(([concept, columns]) => {
    const { label = '', steps = [] } = known.get(concept) ?? {}
    const comparability = steps.map(
      ({ from, to, comparability: how }) => `${from} → ${to}: ${how.label}. ${wholeReason(how)}`,
    )
    return steps.length === 0 ? [] : [{ concept, label, columns, comparability }]
  })
}
