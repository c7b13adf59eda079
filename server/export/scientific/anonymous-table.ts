import { anonymise } from '../../../analysis/anonymity/anonymise.ts'
import type { Answers } from '../../../analysis/anonymity/given.ts'
import type { RiskReport } from '../../../analysis/anonymity/report.ts'
import { whyRemoved } from '../../../analysis/anonymity/treatment.ts'
import { standsBehind } from '../../../analysis/panel/stands-behind.ts'
import type { PanelUnit } from '../../../analysis/panel/unit.ts'
import { dataState, describedReason, synthetic } from '../../../surveys/codebook/described-column.ts'
import { valuesColumn, valuesUsed } from '../../../surveys/codebook/values-used.ts'
import { type UnitKind, unitKinds } from '../../../surveys/compile/unit-kinds.ts'
import { InputError } from '../../errors/input-error.ts'
import { exportFiles } from '../files.ts'
import { rowsOfList } from '../rows-of-list.ts'
import type { Row, Table } from '../table.ts'
import { drawnRow } from './drawn-rows.ts'
import { longAnswers, readLong } from './long-answers.ts'
import { sufCodebook } from './suf-codebook.ts'
import { sufColumns } from './suf-columns.ts'

interface Wanted {
  /** Who was asked, with what the register knows. */
  units: readonly PanelUnit[]
  unit: UnitKind
  k: number
  key: Buffer
  /** Columns with figures that the offices publish. */
  official?: readonly string[]
}

export interface Scientific {
  tables: Table[]
  report: RiskReport
}

/** The same in every row, and about nobody. */
const kept: ReadonlySet<string> = new Set(['welle', synthetic.name, dataState.name, valuesColumn.name])

/** What stands before the answers and tells whose they are. */
const leading: Readonly<Record<string, keyof typeof whyRemoved>> = {
  gkz: 'unit',
  gemeindename: 'unit',
  kreis: 'unit',
  kreisname: 'unit',
  empfaenger: 'unit',
  empfaengername: 'unit',
  im_nummer: 'unit',
  verbund: 'unit',
  verbundname: 'unit',
  name: 'unit',
  abgabe: 'submission',
  abgegeben_am: 'submission',
  fassung: 'submission',
  pruefsumme: 'submission',
}

/** A table of answers made into one for science, with its codebook and what was done. */
export async function anonymousTables(
  table: Table,
  { units, unit, k, key, official = [] }: Wanted,
): Promise<Scientific> {
  const { origin } = table
  const asked = origin.waves.map(({ wave }) => wave)
  const waves = await readLong(table, unitKinds[unit].key)
  const drawn = units
    .filter((one) => [...waves.values()].some((rows) => rows.has(one.unit)))
    .map((one) => ({ one, row: drawnRow(key, { waves: asked, state: origin.state }, one.unit) }))
    .sort((a, b) => (a.row < b.row ? -1 : 1))
  const own = drawn.map(({ one }) => one)
  const isAnswer = (name: string) => !kept.has(name) && !(name in leading) && !official.includes(name)
  const keys = own.map((one) => one.unit)
  const { answers, tookPart } = longAnswers(table, waves, keys, isAnswer)
  const removed = table.columns.flatMap(({ name, label }) => {
    const why = official.includes(name) ? 'official' : leading[name]
    return why === undefined ? [] : [{ name, label, why: whyRemoved[why] }]
  })
  const given = {
    units: own,
    behind: standsBehind(unit, keys),
    patterns: tookPart.map((one) => (asked.length > 1 ? one.join(', ') : '')),
    isKommune: unit === 'gemeinde',
    answers,
    k,
  }
  const safe = anonymise(given, removed)
  if (safe.classes.length === 0)
    throw new InputError(
      `Für ein Scientific-Use-File haben zu wenige geantwortet: ${own.length}; jede Klasse braucht mindestens ${k}.`,
    )
  const ofWave = (wave: string | undefined) => safe.answers.filter((one) => one.wave === wave)
  const columns = [
    { name: 'welle', label: 'Kennung der Welle', type: 'code' as const },
    ...sufColumns(safe.classes, unit),
    ...ofWave(safe.answers[0]?.wave).flatMap(({ column }) =>
      column.missing === undefined ? [column] : [column, describedReason(column.name, column.missing)],
    ),
    synthetic,
    dataState,
    valuesColumn,
  ]
  const rows = origin.waves.flatMap(({ wave, synthetic: invented }) => {
    const last = [invented ? 1 : 0, origin.state, valuesUsed[origin.values ?? 'amended'].code]
    const cells = ofWave(wave)
    return drawn.flatMap(({ row }, index): Row[] => {
      const own = safe.classOf[index]
      if (own === undefined || !tookPart[index]?.includes(wave)) return []
      const { region, size } = own
      return [
        [wave, row, region.code, ...(size === undefined ? [] : [size.code]), ...cells.flatMap(cellsAt(index)), ...last],
      ]
    })
  })
  const name = asked.join('_')
  const of = { ...origin, anonymous: { k } }
  return {
    tables: [
      {
        file: 'suf',
        name: `${name}${exportFiles.suf.ending}`,
        columns,
        rows: rowsOfList(columns, () => rows),
        origin: of,
      },
      {
        file: 'suf-codebuch',
        name: `${name}${exportFiles['suf-codebuch'].ending}`,
        ...sufCodebook(columns),
        origin: of,
      },
    ],
    report: safe.report,
  }
}

const cellsAt =
  (index: number) =>
  ({ values, reasons }: Answers) => [values[index] ?? null, reasons[index] ?? null]
