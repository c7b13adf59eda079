import t from 'tap'
import { showProgress } from '../../../server/commands/progress.ts'

function target(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

t.test('a bar on a terminal', async (t) => {
  const terminal = target(true)
  let time = 1_000
  const progress = showProgress(terminal, 'Ausgabe', () => time)
  progress.update(550, 1101)
  progress.update(551, 1101)
  time += 200
  progress.update(1101, 1101)
  progress.end()
  t.match(terminal.written, [/^\rAusgabe \[█{14}·{16}\] 49 %/, /100 %/, /100 %.*\n$/s])
  t.strictSame(terminal.written.length, 3, 'not more often than the eye can see')
})

t.test('lines elsewhere, now and then, and one at the end', async (t) => {
  const log = target(false)
  let time = 0
  const progress = showProgress(log, 'Ausgabe', () => time)
  for (let done = 1; done <= 1101; done++) {
    time += 10
    progress.update(done, 1101)
  }
  progress.end()
  t.strictSame(log.written, ['Ausgabe: 500 von 1.101\n', 'Ausgabe: 1.000 von 1.101\n', 'Ausgabe: 1.101 von 1.101\n'])
})
