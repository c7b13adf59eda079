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
  const ofKommunen = waves.filter(({ asksKommunen }) => asksKommunen)
  const ofPersons = waves.filter(({ asksKommunen }) => !asksKommunen)
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
      const many = wave.asksKommunen ? 'Kommunen' : 'Personen'
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
    persons: {
      heads: ['Nummer', ...ofPersons.map(({ id }) => id)],
      rows: [...new Set(ofPersons.flatMap(({ participants }) => participants.map(({ unit }) => unit)))]
        .sort()
        .map((unit) => [plain(unit), ...ofPersons.map((wave) => plain(stateIn(wave, unit)))]),
    },
  }
}

const plain = (text: string): LinkedCell => ({ text })

function stateIn({ participants }: WaveOfKreis, unit: string): string {
  const found = participants.find((one) => one.unit === unit)
  return found === undefined ? 'nicht gefragt' : standings[found.state]
}
