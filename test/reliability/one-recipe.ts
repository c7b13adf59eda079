/** Tries one recipe, whole or with its defect planted, and tells the process that started this one what came of it. */
import t from 'tap'
import { Random } from '../../server/demo/random.ts'
import type { Outcome } from './recipe.ts'
import { recipes } from './recipes/index.ts'

const [name, seed = '', way] = process.argv.slice(2)
const recipe = Object.entries(recipes).find(([one]) => one === name)?.[1]
if (recipe === undefined) throw new Error(`there is no recipe ${name}`)
const planted = way === 'planted'
const random = new Random(`${seed} ${name}`)
t.setTimeout(0)
// Ends with whoever started it, and keeps nobody waiting.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
let outcome: Outcome | undefined
await t.test(recipe.promise, { timeout: 0 }, async (t) => {
  outcome = await recipe.run(t, { planted, random, amount: (some, all) => (planted ? some : all) })
})
if (outcome !== undefined) process.send?.({ outcome })
