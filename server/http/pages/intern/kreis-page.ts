import { type UnitKind, unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LinkedCell } from '../../../../views/page-data/register-pages.ts'
import type { KreisPage } from '../../../../views/page-data/unit-pages.ts'
import type { WaveOfKreis } from '../../../field/kreis-states.ts'
import { standings } from '../../../field/standing.ts'
import { providers } from '../../../registry/funding/kinds.ts'
import type { ListedProvision } from '../../../store/funding-list.ts'
import { kreisReminderHref } from './addresses.ts'
import { providerWords } from './funding-histories.ts'

interface Kreis {
  kreis: string
  title: string
  scope: string
  reportHref: string
  waves: readonly WaveOfKreis[]
  figures: KreisPage['figures']
  /** The Kommunen of it for which the account works. */
  kommunen: readonly { gkz: string; name: string }[]
  provisions: readonly ListedProvision[]
  staff: { persons: number; hundredths: number }
  notice: string
}

/** Who is asked beside Kommunen, from above. */
const others: readonly UnitKind[] = ['kreis', 'zuwendungsempfaenger', 'verbund', 'integrationsmanager']

const stateWords = { created: 'noch nicht geöffnet', open: 'läuft', closed: 'geschlossen' } as const

/** A Kreis at work: who carries out what, and where each stands. */
export function kreisPage({ kreis, title, scope, reportHref, waves, figures, kommunen, ...rest }: Kreis): KreisPage {
  const { provisions, staff, notice } = rest
  const byGkz = new Map(provisions.map((one) => [one.gkz, one]))
  const own = kommunen.map(({ gkz }) => byGkz.get(gkz)).filter((one) => one !== undefined)
  const counted = Object.entries(providers).flatMap(([wer, label]) => {
    const count = own.filter((one) => one.wer === wer).length
    return count === 0 ? [] : [`${label}: ${count}`]
  })
  const ofKommunen = waves.filter(({ unit }) => unit === 'gemeinde')
  return {
    title,
    notice,
    scope,
    reportHref,
    facts: [
      { label: 'Kommunen', value: formatNumber(kommunen.length), note: counted.join(', ') },
      {
        label: 'Integrationsmanager/-innen',
        value: formatNumber(staff.persons),
        note: `${formatNumber(staff.hundredths / 100)} VZÄ, jede Person einmal`,
      },
    ],
    figures,
    waves: waves.map((wave) => {
      const open = wave.participants.filter(({ isSettled }) => !isSettled).length
      const sent = wave.participants.filter(({ state }) => state === 'abgesendet' || state === 'berichtigt').length
      const many = wave.unit === 'integrationsmanager' ? 'Personen' : unitKinds[wave.unit].ofMany
      return {
        title: `${wave.title} (${wave.id})`,
        lines: [
          stateWords[wave.state],
          `${formatNumber(sent)} von ${formatNumber(wave.participants.length)} ${many} abgesendet`,
        ],
        remindHref: wave.state === 'open' && open > 0 ? kreisReminderHref(kreis, wave.id) : '',
      }
    }),
    kommunen: {
      heads: ['Kommune', 'Durchführung', ...ofKommunen.map(({ id }) => id)],
      rows: kommunen.map(({ gkz, name }) => {
        const provision = byGkz.get(gkz)
        return [
          plain(`${name} (${gkz})`),
          plain(provision === undefined ? 'nicht eingetragen' : providerWords(provision)),
          ...ofKommunen.map((wave) => plain(stateIn(wave, gkz))),
        ]
      }),
    },
    others: others.flatMap((kind) => {
      const asking = waves.filter(({ unit }) => unit === kind)
      const names = new Map(asking.flatMap(({ participants }) => participants.map(({ unit, name }) => [unit, name])))
      if (names.size === 0) return []
      const nameOf = (unit: string) => (kind === 'integrationsmanager' ? unit : `${names.get(unit)} (${unit})`)
      return {
        label: unitKinds[kind].many,
        heads: [kind === 'integrationsmanager' ? 'Nummer' : unitKinds[kind].one, ...asking.map(({ id }) => id)],
        rows: [...names.keys()]
          .sort()
          .map((unit) => [plain(nameOf(unit)), ...asking.map((wave) => plain(stateIn(wave, unit)))]),
      }
    }),
  }
}

const plain = (text: string): LinkedCell => ({ text })

function stateIn({ participants }: WaveOfKreis, unit: string): string {
  const found = participants.find((one) => one.unit === unit)
  return found === undefined ? 'nicht gefragt' : standings[found.state]
}
