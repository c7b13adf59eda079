import { readFile } from 'node:fs/promises'
import t from 'tap'
import { formats } from '../../../server/export/formats/index.ts'
import { missingPlan } from '../../../surveys/answer/missing.ts'
import { renamedColumns } from '../../../surveys/codebook/renamed-columns.ts'

const readme = await readFile(new URL('../../../server/export/README.md', import.meta.url), 'utf8')

t.test('the page on exports names every format with what it cannot carry, and every reason', async (t) => {
  for (const { name, ending, cannotCarry } of formats) {
    t.match(readme, `| \`${name}\` | \`${ending}\``)
    for (const sentence of cannotCarry) t.match(readme, sentence)
  }
  for (const [code, { number, stata }] of Object.entries(missingPlan))
    t.match(readme, `| \`${code}\` | ${number} | ${stata} |`)
  t.match(readme, `${Object.keys(renamedColumns).length} columns were once published under longer names`)
})

t.test('a format has a name of its own and says what it is', async (t) => {
  t.equal(new Set(formats.map(({ name }) => name)).size, formats.length)
  for (const { name, label, ending, mediaType } of formats) {
    t.ok(label.startsWith(`${name}: `), name)
    t.match(ending, /^\.[a-z]+$/)
    t.match(mediaType, /^[a-z]+\/[a-z0-9.+-]+/)
  }
})
