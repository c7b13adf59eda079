import type { Grouping } from '../groups/grouping.ts'

/** So many who answered have to stand for a class; a smaller one joins its neighbour. */
const fewestInClass = 5

/**
 * A grouping in which every class has enough units of the sample: neighbours, in the order of the grouping, are put together from
 * the first one on, and what is left at the end joins the last one. Units without a class stay without.
 */
export function collapseClasses(grouping: Grouping, sample: readonly number[], fewest = fewestInClass): Grouping {
  const inSample = countBy(sample.map((index) => grouping.of[index] as string))
  const joined: { codes: string[]; labels: string[]; n: number }[] = []
  for (const { code, label } of grouping.groups) {
    const last = joined.at(-1)
    const n = inSample.get(code) ?? 0
    if (last === undefined || last.n >= fewest) joined.push({ codes: [code], labels: [label], n })
    else {
      last.codes.push(code)
      last.labels.push(label)
      last.n += n
    }
  }
  const [last, before] = [joined.at(-1), joined.at(-2)]
  if (last !== undefined && before !== undefined && last.n < fewest) {
    before.codes.push(...last.codes)
    before.labels.push(...last.labels)
    joined.pop()
  }
  const groups = joined.map(({ codes, labels }) => ({ code: codes.join('+'), label: labels.join(' + ') }))
  const codeOf = new Map(joined.flatMap(({ codes }, place) => codes.map((code) => [code, groups[place]?.code ?? ''])))
  return { ...grouping, groups, of: grouping.of.map((code) => codeOf.get(code) ?? '') }
}

/** Every class of one grouping within every class of another, collapsed within each class of the outer one. */
export function crossClasses(
  outer: Grouping,
  inner: Grouping,
  sample: readonly number[],
  fewest = fewestInClass,
): Grouping {
  const rows = collapseClasses(outer, sample, fewest)
  const cells = rows.groups.map((row) => {
    const within = { ...inner, of: inner.of.map((code, index) => (rows.of[index] === row.code ? code : '')) }
    return { row, ...collapseClasses(within, sample, fewest) }
  })
  const code = (row: string, cell: string) => `${row} ${cell}`
  return {
    name: `${outer.name}_${inner.name}`,
    label: `${outer.label} × ${inner.label}`,
    groups: cells.flatMap(({ row, groups }) =>
      groups.map((cell) => ({ code: code(row.code, cell.code), label: `${row.label}, ${cell.label}` })),
    ),
    of: outer.of.map((_code, index) => {
      const cell = cells.find(({ row }) => row.code === rows.of[index])
      const own = cell?.of[index] ?? ''
      return cell === undefined || own === '' ? '' : code(cell.row.code, own)
    }),
  }
}

export function countBy(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
