import t from 'tap'
import { type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await loadInstrument('umfrage-2')
if (instrument === undefined) throw new Error('umfrage-2 is missing')

t.test('who answered is contact data', async (t) => {
  t.ok(instrument.variable.get('kuerzel')?.contact)
})

t.test('what excludes the rest, and what is to be named', async (t) => {
  const { checks, variables } = instrument
  const exclusive = checks.flatMap((check) => (check.kind === 'exclusive' ? [check.option] : []))
  t.strictSame(exclusive, ['vor_wer_niemand', 'absprache_nein'])
  t.strictSame(
    variables.filter(({ role }) => role === 'other').map(({ number }) => number),
    ['F36', 'F39', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F47', 'F47'],
  )
})

const found = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)
const tick = (id: string, ...codes: string[]) => Object.fromEntries(codes.map((code) => [`${id}_${code}`, '1']))

const faults: [check: string, severity: string, raw: Raw, message: RegExp][] = [
  ['gkz_gueltig', 'error', { gkz: '08117019' }, /117019 \(Eislingen/],
  ['kommune_name', 'signal', { kommune: 'Göppingen' }, /Eislingen/],
  ['vor_wer_niemand_allein', 'error', tick('vor_wer', 'niemand', 'sozialarbeit_kreis'), /Niemand/],
  ['vor_wer_andere_benannt', 'signal', tick('vor_wer', 'andere'), /Andere Personen/],
  ['vor_vzae_hoechstens_personen', 'signal', { vor_personen: '2', vor_vzae: '2,5' }, /F38 2,5 .* F37 2 .* 0,5 mehr/],
  ['nach_vzae_hoechstens_personen', 'signal', { nach_personen: '3', nach_vzae: '35' }, /F41 35 .* F40 3 .* 32 mehr/],
  ['nach_vzae_lesbar', 'error', { nach_vzae: '1,255' }, /mehr als zwei Stellen/],
  ['organisation_sonstiges_benannt', 'signal', { organisation: 'sonstiges' }, /Sonstiges/],
  ['entscheidung_andere_benannt', 'signal', { entscheidung: 'im_team', entscheidung_andere_text: 'Amt' }, /Andere/],
  ['absprache_nein_allein', 'error', tick('absprache', 'nein', 'verbund'), /Nein/],
  ['kriterium_sonstiges2_benannt', 'signal', { kriterium_sonstiges2: 'eher_wichtig' }, /Sonstiges 2/],
]

for (const [check, severity, raw, message] of faults) {
  t.test(`${check}: ${JSON.stringify(raw)}`, async (t) => {
    t.match(
      found(raw).map((one) => ({ check: one.check, severity: one.severity, message: one.message })),
      [{ check, severity, message }],
    )
  })
}

t.test('answers that fit together have no findings', async (t) => {
  t.strictSame(
    found({
      gkz: '117019',
      kommune: 'Eislingen',
      ...tick('vor_wer', 'niemand'),
      vor_personen: '0',
      vor_vzae: '0',
      ...tick('nach_wer', 'im_kommune'),
      nach_personen: '3',
      nach_vzae: '1,75',
      organisation: 'kommune',
      entscheidung: 'im_team',
      ...tick('absprache', 'nein'),
      kriterium_sonstiges1: 'sehr_wichtig',
      kriterium_sonstiges1_text: 'Arabisch',
    }),
    [],
  )
})
