import t from 'tap'
import { command, remark } from '../../../analysis/scripts/stata/stata-lines.ts'
import { objections } from '../../support/stata-reader.ts'

const script = `* Wer gezählt wird
import delimited using "welle.csv", clear varnames(1) stringcols(_all)
destring zahl, replace
generate double doppelt = 2 * zahl
foreach g in 117 118 {
    capture noisily ttest zahl == doppelt if gruppe == "\`g'", level(95)
}
`
const columnsOf = () => ['einheit', 'gruppe', 'zahl']

t.test('what Stata would not take is found without a Stata', async (t) => {
  t.strictSame(objections(script, columnsOf), [])
  const planted: [string, string, RegExp][] = [
    ['ttest zahl', 'tttest zahl', /^an unknown command/],
    [', level(95)', ', niveau(95)', /^an unknown option niveau/],
    ['2 * zahl', '2 * zahlen', /^an unknown name zahlen/],
    ['2 * zahl', '2 * (zahl', /^a bracket stays open/],
    ['"welle.csv"', '"welle.csv', /^a quotation mark stays open/],
    ['}\n', '', /^a block stays open/],
    ['foreach g', 'while g', /^an unknown block/],
    ['* Wer', '* Leiter/*innen, die', /^a remark that opens a block/],
    ['double doppelt', 'double zahl', /^a name that there is already/],
    ['2 * zahl', `2 * zahl${' + zahl'.repeat(20)}`, /^longer than 120/],
    ['destring', 'mata: st_data(., "zahl")\ndestring', /^an unknown command/],
  ]
  for (const [right, wrong, objection] of planted)
    t.match(objections(script.replace(right, wrong), columnsOf)[0], objection, wrong)
})

t.test('remarks open no block, and commands are broken where they may be', async (t) => {
  t.strictSame(remark('Leiter/*innen sehen https:///x'), ['* Leiter/ *innen sehen https://x'])
  t.strictSame(remark('  npx stichtag export'), ['*   npx stichtag export'])
  const long = command(`replace zahl = 1 if name == "${'a b '.repeat(20)}" | ${'zahl == 2 | '.repeat(8)}zahl == 3`)
  t.match(long, `"${'a b '.repeat(20)}"`, 'never within quotation marks')
  t.ok(long.split('\n').every((line) => line.length <= 120))
})
