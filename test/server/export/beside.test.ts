import t from 'tap'
import { listVariables } from '../../../analysis/panel/list-variables.ts'
import { panelColumns } from '../../../analysis/panel/panel-rows.ts'
import { continuesOf } from '../../../server/evaluation/continues.ts'
import { loadRules } from '../../../server/evaluation/surveys.ts'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { surveys } from '../../support/all-surveys.ts'
import { published } from '../../support/published.ts'

/** The columns with reasons that do not stand right behind their values. */
const apart = (columns: readonly DescribedColumn[]) =>
  columns.filter(({ missing }, place) => missing && columns[place + 1]?.name !== missing.column).map(({ name }) => name)

t.test('why a value is missing stands right beside it; a panel of two versions has what either asks', async (t) => {
  const rules = await loadRules()
  const panelOf = (...waves: Instrument[]) => {
    const asked = waves.map((instrument) => ({ wave: instrument.version, instrument }))
    return panelColumns(listVariables(asked, rules.declared, continuesOf(rules)), 'gkz')
  }
  for (const survey of surveys) {
    const [first, second] = [await published(survey, '1.0.0'), await published(survey)]
    t.not(first.version, second.version)
    for (const instrument of [first, second]) t.strictSame(apart(describedColumns(instrument)), [], survey)
    const both = panelOf(first, second)
    t.strictSame(apart(both), [], survey)
    const names = new Set(both.map(({ name }) => name))
    const left = [...panelOf(first), ...panelOf(second)].filter(({ name }) => !names.has(name))
    t.strictSame(left, [], survey)
  }
})
