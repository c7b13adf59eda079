import type { Codebook } from '../../analysis/texts/codebook/category.ts'
import type { DemoComment } from './comments.ts'
import { Random } from './random.ts'

/** The two who code in the demo world: one codes all, the other most of it, and more often sees it differently. */
export const demoCoders = [
  { coder: 'erste', share: 1, differs: 0.05 },
  { coder: 'zweite', share: 0.7, differs: 0.17 },
] as const

export type DemoCoder = (typeof demoCoders)[number]['coder']

type Coded = Pick<DemoComment, 'key' | 'categories'>

/** What somebody codes of a comment; undefined where it was not theirs to code. The same whenever it is asked. */
export function codingsOf(wave: string, { key, categories }: Coded, codebook: Codebook, who: DemoCoder) {
  const { share, differs } = demoCoders.find(({ coder }) => coder === who) ?? demoCoders[0]
  const random = new Random(`kodierung ${wave} ${key} ${who}`)
  if (!random.chance(share)) return undefined
  if (!random.chance(differs)) return [...categories]
  return [...new Set(otherwise(categories, codebook, random))]
}

/** One category less, one more, or one that is easily taken for another. */
function otherwise(categories: readonly string[], codebook: Codebook, random: Random): string[] {
  const at = Math.floor(random.next() * categories.length)
  const one = categories[at] ?? ''
  const other = random.pick(nextTo(one, codebook)) ?? one
  if (categories.length > 1 && random.chance(0.5)) return categories.toSpliced(at, 1)
  return random.chance(0.3) ? [...categories, other] : categories.toSpliced(at, 1, other)
}

/** Other subcategories of the same category, or other categories without any. */
function nextTo(key: string, codebook: Codebook): string[] {
  const parent = codebook.find((one) => one.key === key)?.parent ?? null
  const hasParts = (one: string) => codebook.some((below) => below.parent === one)
  return codebook.filter((one) => one.parent === parent && one.key !== key && !hasParts(one.key)).map((one) => one.key)
}

/** Of so many something stands in the annex. */
const printed = 0.4

/** Whether an excerpt of a comment was chosen for the annex of the demo world. */
export const isChosen = (wave: string, { key }: Pick<Coded, 'key'>): boolean =>
  new Random(`auswahl ${wave} ${key}`).chance(printed)
