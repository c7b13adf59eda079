import type { Pool } from 'pg'
import { stillFits } from '../../surveys/answer/last-answers.ts'
import { leadingColumns } from '../../surveys/codebook/columns.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { type LastVariable, lastVariables, predecessorOf } from '../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { aroundOf, lastColumn, registerColumn } from '../../surveys/rules/around.ts'
import { type AroundAnswers, readAroundAnswers } from '../store/around-answers.ts'
import { registerFigures } from '../store/register-figures.ts'
import type { DataUsed } from '../store/submissions-in.ts'
import type { ExportedWave } from './origin.ts'
import { rowsOfRead } from './rows-of-list.ts'
import type { Cell, Row, Table } from './table.ts'

/** What the checks of a wave are held against beside the answers: figures of the register, and numbers of the last wave. */
export function aroundRows(
  pool: Pool,
  exported: ExportedWave,
  used: DataUsed,
  account?: number,
): Pick<Table, 'columns' | 'rows'> {
  const columns = aroundColumns(exported.instrument)
  return { columns, rows: rowsOfRead(columns, () => readAround(pool, exported, used, account)) }
}

async function readAround(pool: Pool, exported: ExportedWave, used: DataUsed, account?: number): Promise<Row[]> {
  const { wave, instrument } = exported
  const { registers, last } = aroundOf(instrument)
  const concordances = await loadConcordances()
  const earlier = predecessorOf(concordances, instrument.id)
  const found = await readAroundAnswers(pool, { wave, synthetic: exported.synthetic, earlier }, used, account)
  const namesIn = new Map<string, ReadonlyMap<string, LastVariable>>()
  for (const version of new Set(found.flatMap((one) => one.last?.surveyVersion ?? []))) {
    const before = await loadInstrument(earlier ?? '', version)
    if (before !== undefined) namesIn.set(version, lastVariables(concordances, before, instrument))
  }
  const codes = registers.flatMap((figure) => (figure === 'einwohner' ? [] : [figure.indicator]))
  const rows: Row[] = []
  for (const one of found) {
    const figures = codes.length === 0 ? undefined : await registerFigures(pool, one.unit, codes, exported.stichtag)
    rows.push([
      wave,
      one.unit,
      ...registers.map((figure) =>
        figure === 'einwohner' ? one.einwohner : (figures?.get(figure.indicator)?.value ?? null),
      ),
      ...last.map((name) => lastNumber(name, one, instrument, namesIn)),
      one.last?.wave ?? null,
      exported.synthetic ? 1 : 0,
      used.state,
    ])
  }
  return rows
}

function lastNumber(
  name: string,
  { last }: AroundAnswers,
  { variable }: Instrument,
  namesIn: ReadonlyMap<string, ReadonlyMap<string, LastVariable>>,
): Cell {
  const asked = variable.get(name)
  const before = last && namesIn.get(last.surveyVersion)?.get(name)?.before
  const value = before == null ? undefined : last?.answers[before]
  return typeof value === 'number' && asked !== undefined && stillFits(asked, value) ? value : null
}

/** The columns of that file. */
function aroundColumns(instrument: Instrument): DescribedColumn[] {
  const { registers, last } = aroundOf(instrument)
  const [wave, unit] = leadingColumns(instrument)
  return [
    wave,
    unit,
    ...registers.map((figure): DescribedColumn => {
      const label = figure === 'einwohner' ? 'Einwohner nach dem Register' : `Amtlich: ${figure.indicator}`
      return { name: registerColumn(figure), label, type: 'decimal' }
    }),
    ...last.map((name): DescribedColumn => {
      const label = `Vorwelle: ${instrument.labels.get(name)?.label ?? name}`
      return { name: lastColumn(name), label, type: 'decimal' }
    }),
    { name: 'vorwelle', label: 'Kennung der Welle, aus der die Angaben der Vorwelle sind', type: 'code' },
    synthetic,
    dataState,
  ]
}
