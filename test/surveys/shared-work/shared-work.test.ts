import { readdir } from 'node:fs/promises'
import t from 'tap'
import { loadSharedWork } from '../../../surveys/shared-work/load-shared-work.ts'
import { published } from '../../support/published.ts'

t.test('each survey that is named asks what is named', async (t) => {
  const files = (await readdir(new URL('../../../surveys/shared-work/', import.meta.url))).filter((name) =>
    name.endsWith('.json'),
  )
  for (const file of files) {
    const survey = file.replace(/\.json$/, '')
    const named = await loadSharedWork(survey)
    t.ok(named.size > 0, `${file} is named after its survey`)
    for (const { questions, version } of [await published(survey, '1.0.0'), await published(survey)])
      t.strictSame(
        [...named].filter((id) => !questions.has(id)),
        [],
        `${survey} ${version}`,
      )
  }
  t.equal((await loadSharedWork('umfrage-1')).size, 0)
})
