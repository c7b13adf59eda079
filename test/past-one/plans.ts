import type pg from 'pg'
import { planOf, type Statement } from './statements.ts'

interface Main {
  what: string
  /** By which it is known among all that was asked. */
  asks: RegExp
  /** What has to stand in its plan as often as there are servers. */
  pushed: RegExp
}

/** The statements that read most, and what of each the servers have to do themselves. */
const mains: readonly Main[] = [
  {
    what: 'answers of a wave',
    asks: /select n\.unit, n\.survey_version[\s\S]*submission_in/,
    pushed: /Relations: .*participant.* INNER JOIN .*submission/g,
  },
  {
    what: 'the file of a wave',
    asks: /select n\.wave_id as "welle"[\s\S]*submission_in/,
    pushed: /Relations: .*participant.* INNER JOIN .*submission|Relations: .*submission.* INNER JOIN .*participant/g,
  },
  {
    what: 'when they answered',
    asks: /with sent as \(/,
    pushed: /Relations: Aggregate on \(.*participant.* LEFT JOIN .*submission/g,
  },
  {
    what: 'sums by month, in two steps',
    asks: /from forschung\.observation where series_id = any\(\$1\) group by land, starts\s*\) of_land/,
    pushed: /Relations: Aggregate on \(.*observation/g,
  },
  {
    what: 'sums by Land',
    asks: /from forschung\.observation where series_id = any\(\$1\) group by land, starts order by land/,
    pushed: /Relations: Aggregate on \(.*observation/g,
  },
]

/** What a server is never asked for: all answers, or all observations. */
const whole =
  /Remote SQL: SELECT (?!.*\b(?:WHERE|GROUP BY)\b)(?:.*\banswers\b.* FROM public\.submission|.* FROM forschung\.observation)\b.*/

/** What is wrong with how the servers are asked, each in a sentence; with how often what was looked at. */
export async function lookAtPlans(
  pool: pg.Pool,
  statements: readonly Statement[],
  servers: number,
  expected: readonly string[] = mains.map(({ what }) => what),
): Promise<{ looked: number; faults: string[] }> {
  const faults: string[] = []
  const large = distinct(statements).filter(({ text }) => /participant|submission|observation/.test(text))
  for (const { what, asks } of mains)
    if (expected.includes(what) && !large.some(({ text }) => asks.test(text))) faults.push(`nobody asked for ${what}`)
  for (const statement of large) {
    const plan = await planOf(pool, statement)
    const main = mains.find(({ asks }) => asks.test(statement.text))
    const found = main && (plan.match(main.pushed) ?? []).length
    if (main && found !== servers) faults.push(`${main.what}: ${found} of ${servers} servers do their part\n${plan}`)
    const pulled = whole.exec(plan)
    if (pulled) faults.push(`a whole table is fetched: ${pulled[0].slice(0, 200)}\n${statement.text}`)
  }
  return { looked: large.length, faults }
}

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((one) => [one.text, one])).values()]
}
