/** A Kommune as the register and the offices know it, and whether it took part, which is no secret. */
export interface Known {
  gkz: string
  kreis: string
  einwohner: number
  tookPart: boolean
  /** Figures that were published with its name. */
  official: readonly number[]
  /** Boxes that all of its Kreis have ticked, by the tables that were published. */
  ticked: readonly string[]
}

/** A row of a file, as read back: texts, '' where there is nothing. */
export type FileRow = Readonly<Record<string, string>>

/** Who was found in which row, for certain as far as the attacker can tell, and by what. */
export interface Found {
  gkz: string
  row: FileRow
  by: string
}

/**
 * Tries to find Kommunen in a file with all that is public: keys, figures that look alike, numbers that stand out, the order of rows, and
 * numbers of rows that somebody can compute again. `idsOf` are guesses at how those came about.
 */
export function findAgain(
  rows: readonly FileRow[],
  all: readonly Known[],
  idsOf: readonly ((gkz: string) => string)[],
): Found[] {
  const known = all.filter(({ tookPart }) => tookPart)
  const classes = [...rowsBy(rows, ({ suf_region, suf_groesse }) => `${suf_region} ${suf_groesse}`).values()]
  const possible = known.map((one) => ({ one, rows: classes.filter(([row]) => row && fits(row, one)).flat() }))
  const named = rowsBy(rows, ({ suf_zeile = '' }) => suf_zeile)
  return [
    ...possible.flatMap(({ one, rows: [row, ...others] }) =>
      row !== undefined && others.length === 0 ? [{ gkz: one.gkz, row, by: 'keys' }] : [],
    ),
    ...possible.flatMap(({ one, rows: own }) => byTicks(one, own)),
    ...possible.flatMap(({ one, rows: own }) => byFigures(one, own)),
    ...byOrder(rows, known),
    ...known.flatMap(({ gkz }) =>
      idsOf.flatMap((idOf) => (named.get(idOf(gkz)) ?? []).map((row) => ({ gkz, row, by: 'id' }))),
    ),
  ]
}

/** Whether a row could be that of a Kommune, by region and size. */
function fits({ suf_region: region = '', suf_groesse: size = '' }: FileRow, { kreis, einwohner }: Known): boolean {
  const inRegion = region === 'bw' || region === kreis || region === `rb${kreis.slice(0, 1)}`
  const classes = ['unter_2', '2_5', '5_10', '10_20', '20_50', '50_100', 'ab_100']
  const place = [2_000, 5_000, 10_000, 20_000, 50_000, 100_000].filter((from) => einwohner >= from).length
  return inRegion && size.split('_und_').includes(classes[place] as string)
}

/** Who has to be among those who ticked something, and is alone there; where it was taken out, it may be any. */
function byTicks({ gkz, ticked }: Known, rows: readonly FileRow[]): Found[] {
  const left = rows.filter((row) => ticked.every((name) => row[name] === '1' || row[`${name}_fehlt`] === 'datenschutz'))
  const [row] = left
  return row !== undefined && left.length === 1 ? [{ gkz, row, by: 'ticks' }] : []
}

const ofRows = new WeakMap<FileRow, [name: string, value: number][]>()

function numbersOf(row: FileRow): [name: string, value: number][] {
  const known = ofRows.get(row)
  if (known !== undefined) return known
  const found = Object.entries(row).flatMap(([name, cell]): [string, number][] =>
    /^(zp|im)_/.test(name) && /^\d+(\.\d+)?$/.test(cell) ? [[name, Number(cell)]] : [],
  )
  ofRows.set(row, found)
  return found
}

/**
 * One number of one row is as good as equal to a published figure, and no other possible row comes near: not in that column, nor where
 * there it lacks a number. Figures below 30 are anybody's.
 */
function byFigures({ gkz, official }: Known, rows: readonly FileRow[]): Found[] {
  return official
    .filter((figure) => figure >= 30)
    .flatMap((figure) => {
      const near = rows.filter((row) => numbersOf(row).some(([, value]) => Math.abs(value - figure) <= 0.005 * figure))
      const [row] = near
      return row !== undefined && near.length === 1 ? [{ gkz, row, by: 'figures' }] : []
    })
}

/** If the rows stand in the order of the register, nearly each of them fits who stands there. */
function byOrder(rows: readonly FileRow[], known: readonly Known[]): Found[] {
  const inOrder = known.toSorted((a, b) => (a.gkz < b.gkz ? -1 : 1))
  const pairs = inOrder.flatMap((one, place) => {
    const row = rows[place]
    return row === undefined ? [] : [{ one, row }]
  })
  const fitting = pairs.filter(({ one, row }) => fits(row, one))
  return fitting.length < 0.9 * pairs.length ? [] : fitting.map(({ one, row }) => ({ gkz: one.gkz, row, by: 'order' }))
}

function rowsBy(rows: readonly FileRow[], keyOf: (row: FileRow) => string): Map<string, FileRow[]> {
  const groups = new Map<string, FileRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
