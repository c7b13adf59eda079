import type { Test } from 'tap'
import { hidden } from '../../analysis/disclosure/hidden.ts'
import { cellText } from '../../analysis/report/print/cell-text.ts'
import type { Report } from '../../analysis/report/report.ts'
import { number, probability, signed, tenths, whole } from '../../analysis/words.ts'
import { tablesOf } from './counts-told.ts'

/** A row of a CSV of a comparison. */
export type Row = Record<string, string>

/** A figure of a file as people read it. */
const read = (as: (value: number) => string) => (text: string | undefined) =>
  text === undefined || text === '' ? '–' : text === hidden ? hidden : as(Number(text))
const [aCount, aNumber, aChange, aP] = [whole, number, signed, probability].map(read) as [
  ReturnType<typeof read>,
  ReturnType<typeof read>,
  ReturnType<typeof read>,
  ReturnType<typeof read>,
]
const between = (low: string | undefined, high: string | undefined) =>
  low === '' || low === undefined ? '–' : low === hidden ? hidden : `${aChange(low)} bis ${aChange(high)}`
const share = (count: string | undefined, percent: string | undefined) =>
  count === hidden ? hidden : percent === '' ? '–' : `${aCount(count)} (${tenths(Number(percent))} %)`

/** The CSV says the same as the tables of the report. */
export function holdsRows(
  t: Test,
  all: readonly Row[],
  report: Report,
  { isNumber, isWeighted }: { isNumber: boolean; isWeighted: boolean },
): void {
  const tables = new Map(tablesOf(report).map(({ id, rows: own }) => [id, own.map((row) => row.map(cellText))]))
  const rows = all.filter(({ zeile }) => zeile === 'werte')
  holdsDifferences(t, all, report, tables.get('unterschiede'))
  const totals = rows.filter(({ gruppenname }) => gruppenname === 'insgesamt')
  const [total = {}] = totals
  const levels = tables.get('niveau') ?? []
  if (isNumber) {
    const columns = ['n_paare', 'mittel', 'sd', '', 'median', '', total.vorher_summe === '' ? 'anteil' : 'summe']
    for (const [place, name] of columns.entries()) {
      if (name === '') continue
      const of = (wave: string) => (name === 'n_paare' ? aCount(total.n_paare) : aNumber(total[`${wave}_${name}`]))
      t.strictSame(levels[place]?.slice(1, 3), [of('vorher'), of('nachher')], `pairs: ${name}`)
      const ofAll = (wave: string) =>
        name === 'n_paare' ? aCount(total[`n_${wave}`]) : aNumber(total[`alle_${wave}_${name}`])
      const hasAll = ['n_paare', 'mittel', 'median', 'summe'].includes(name) && (levels[place]?.length ?? 0) > 5
      if (hasAll) t.strictSame(levels[place]?.slice(4, 6), [ofAll('vorher'), ofAll('nachher')], `all: ${name}`)
    }
    if (total.gewichtet_vorher !== '' && total.gewichtet_vorher !== undefined)
      t.strictSame(levels.at(-1)?.slice(1, 4), [
        aNumber(total.gewichtet_vorher),
        aNumber(total.gewichtet_nachher),
        aChange(total.gewichtet_veraenderung),
      ])
  } else {
    for (const [place, row] of totals.entries()) {
      const cells = levels[place] ?? []
      t.strictSame(cells.slice(1, 4), [
        share(row.vorher_summe, row.vorher_anteil),
        share(row.nachher_summe, row.nachher_anteil),
        aChange(row.veraenderung),
      ])
      if ('gewichtet_vorher' in row && row.gewichtet_vorher !== '')
        t.strictSame(cells.slice(-2), [
          aChange(row.gewichtet_veraenderung),
          between(row.gewichtet_unten, row.gewichtet_oben),
        ])
    }
  }
  const ps = [aP(total.p), aP(total.p_holm), aP(total.p_bh)]
  if (total.p !== '' && total.p !== undefined)
    t.ok(
      (tables.get('tests') ?? []).some((row) => row.slice(2).join() === ps.join()),
      `p of the total: ${ps}`,
    )
  t.equal(report.facts[0] && cellText(report.facts[0].value), aCount(total.n_paare), 'pairs at the head')
  holdsGroups(t, rows, tables.get('gruppen') ?? [], isWeighted)
}

/** Of yes and no the row of yes has the change that is shown. */
function holdsGroups(t: Test, rows: readonly Row[], groups: readonly string[][], isWeighted: boolean): void {
  const names = [...new Set(rows.map(({ gruppe, gruppenname }) => `${gruppe} ${gruppenname}`))].slice(1)
  t.equal(groups.length, names.length, 'as many groups')
  for (const [place, name] of names.entries()) {
    const own = rows.filter(({ gruppe, gruppenname }) => `${gruppe} ${gruppenname}` === name)
    const isOther = own.length > 2
    const row = own.at(-1) ?? {}
    const isYesNo = own.length === 2
    const [_label, pairs, before, after, moved, interval, ...ps] = groups[place] ?? []
    t.equal(pairs, aCount(row.n_paare))
    if (row.p !== '') t.strictSame(ps, [aP(row.p), aP(row.p_holm), aP(row.p_bh)], `p of ${name}`)
    if (isOther) continue
    const first = isWeighted ? row.gewichtet_vorher : isYesNo ? row.vorher_anteil : row.vorher_mittel
    const second = isWeighted ? row.gewichtet_nachher : isYesNo ? row.nachher_anteil : row.nachher_mittel
    const change = isWeighted ? row.gewichtet_veraenderung : row.veraenderung
    const [low, high] = isWeighted ? [row.gewichtet_unten, row.gewichtet_oben] : [row.unten, row.oben]
    t.strictSame([before, after, moved], [aNumber(first), aNumber(second), aChange(change)], name)
    t.equal(interval, between(low, high), name)
  }
}

const countColumns = ['einheiten', 'n_vorher', 'n_nachher', 'n_paare', 'gestiegen', 'gefallen', 'unveraendert']
const categoryColumns = ['vorher_summe', 'nachher_summe', 'alle_vorher_summe', 'alle_nachher_summe']
export function countsInRows(rows: readonly Row[]): number[] {
  return rows.flatMap((row) => [
    ...[...countColumns, ...(row.kategorie === '' ? [] : categoryColumns)].flatMap((name) =>
      /^\d+$/.test(row[name] ?? '') ? [Number(row[name])] : [],
    ),
    ...[...`${row.fehlt_vorher} ${row.fehlt_nachher}`.matchAll(/=(\d+)/g)].map(([, count]) => Number(count)),
  ])
}

/** The pairs of groups that the report lists, and the sentence whether the groups differ. */
function holdsDifferences(t: Test, all: readonly Row[], report: Report, listed: readonly string[][] = []): void {
  const pairs = all.filter(({ zeile }) => zeile === 'paar')
  for (const [second, first, ...figures] of listed) {
    const found = pairs.filter(
      ({ gruppenname, gegen_gruppenname }) => gruppenname === second && gegen_gruppenname === first,
    )
    t.strictSame(
      found.map((row) => [
        aChange(row.veraenderung),
        between(row.unten, row.oben),
        aP(row.p),
        aP(row.p_holm),
        aP(row.p_bh),
      ]),
      [figures],
      `${second} against ${first}`,
    )
  }
  for (const { f, f_df_nenner, p } of all.filter(({ zeile, f }) => zeile === 'unterschied' && f !== '')) {
    const words = report.sections.flatMap(({ sentences }) => sentences).join(' ')
    t.match(words, `; ${aNumber(f_df_nenner)}) = ${aNumber(f)}`, `whether groups differ: ${p}`)
  }
}
