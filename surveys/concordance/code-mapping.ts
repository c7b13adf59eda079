import type { CodeMap } from '../../schemas/concordance.ts'

/** Which answers of two surveys mean the same: each has at most one of the answers that both share. */
export interface CodeMapping {
  categories: readonly CommonAnswer[]
  /** Answers that cannot be told to be one of those. */
  undecided: { before: readonly string[]; after: readonly string[] }
}

/** An answer that both surveys share, with the codes that mean it. */
export interface CommonAnswer {
  code: string
  label: string
  before: readonly string[]
  after: readonly string[]
}

export const codeMappingOf = ({ categories, undecided }: CodeMap): CodeMapping => ({
  categories,
  undecided: { before: undecided?.before ?? [], after: undecided?.after ?? [] },
})

/** The answer of the later survey that an answer of the earlier one means, if it is one and certain. */
export function laterCode({ categories }: CodeMapping, code: string): string | undefined {
  const [after, ...more] = categories.find(({ before }) => before.includes(code))?.after ?? []
  return more.length > 0 ? undefined : after
}

/** The same seen from the later survey. */
export const turned = ({ categories, undecided }: CodeMapping): CodeMapping => ({
  categories: categories.map(({ before, after, ...one }) => ({ ...one, before: after, after: before })),
  undecided: { before: undecided.after, after: undecided.before },
})

/**
 * The mapping over two steps. An answer stays decided where all that it can mean in the survey between means one answer of the
 * last, and nothing of that is undecided.
 */
export function composed(first: CodeMapping, second: CodeMapping): CodeMapping {
  const all = second.categories.map(({ code, label, before: between, after }): CommonAnswer => {
    const meant = first.categories.filter((one) => one.after.every((middle) => between.includes(middle)))
    const isDecided = !between.some((middle) => first.undecided.after.includes(middle))
    return { code, label, before: meant.flatMap(({ before }) => before), after: isDecided ? after : [] }
  })
  const categories = all.filter(({ before, after }) => before.length > 0 && after.length > 0)
  const rest = (mapping: CodeMapping, side: 'before' | 'after') => {
    const named = [...mapping.categories.flatMap((one) => one[side]), ...mapping.undecided[side]]
    return named.filter((one) => !categories.some((category) => category[side].includes(one)))
  }
  return { categories, undecided: { before: rest(first, 'before'), after: rest(second, 'after') } }
}
