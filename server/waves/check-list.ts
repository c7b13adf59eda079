import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { Config } from '../boot/config.ts'
import type { Db } from '../database/database.ts'
import { dayOfTime } from '../domain/german-time.ts'
import { whyNotOpen } from '../operator/why-not-open.ts'
import { termWords } from '../retention/words.ts'
import { listTerms } from '../store/retention-terms.ts'
import { lastDone } from '../store/wave-office.ts'
import { countsOf, type Wave } from '../store/waves.ts'

/** What is looked at before a wave opens. */
export interface CheckPoint {
  name: 'operator' | 'contact' | 'mail' | 'templates' | 'retention' | 'paper' | 'addresses' | 'codes'
  label: string
  state: 'erledigt' | 'offen' | 'nicht geprüft'
  /** What was found. */
  found: string
  /** Without it a wave does not open, whatever the reason. */
  isLaw: boolean
}

/** Everything, each looked up now. */
export async function checkList(db: Db, config: Config, wave: Wave, unit: UnitKind): Promise<CheckPoint[]> {
  const [counts, terms, mailed, changed, templates, paper] = await Promise.all([
    countsOf(db, wave.id),
    listTerms(db, wave.id),
    lastDone(db, 'test_mail_sent'),
    lastDone(db, 'wave_dates_changed', wave.id),
    lastDone(db, 'wave_seen', wave.id, 'templates'),
    lastDone(db, 'wave_seen', wave.id, 'paper'),
  ])
  const why = wave.synthetic ? [] : whyNotOpen(config.operator)
  const { phone, mail } = config.contact
  const of = (count: number) =>
    `${formatNumber(count)} von ${formatNumber(counts.participants)} ${unitKinds[unit].ofMany}`
  const all = (count: number) => (count > 0 && count >= counts.participants ? 'erledigt' : 'offen')
  const seen = (at: Date | undefined): Pick<CheckPoint, 'state' | 'found'> => {
    if (at === undefined) return { state: 'offen', found: 'noch nicht angesehen' }
    if (changed !== undefined && changed > at)
      return { state: 'offen', found: `angesehen am ${dayOfTime(at)}, danach wurden Termine geändert` }
    return { state: 'erledigt', found: `angesehen am ${dayOfTime(at)}` }
  }
  return [
    {
      name: 'operator',
      label: 'Wer die Erhebung betreibt',
      state: why.length === 0 ? 'erledigt' : 'offen',
      found: why.length === 0 ? (wave.synthetic ? 'erfundene Angaben genügen' : 'vollständig') : (why[0] ?? ''),
      isLaw: true,
    },
    {
      name: 'contact',
      label: 'Wen Befragte fragen können',
      state: phone !== '' && mail !== '' ? 'erledigt' : 'offen',
      found: [phone || 'kein Telefon', mail || 'keine E-Mail'].join(', '),
      isLaw: false,
    },
    {
      name: 'mail',
      label: 'E-Mail geht hinaus',
      state: mailed === undefined ? 'nicht geprüft' : 'erledigt',
      found: mailed === undefined ? 'noch keine Test-E-Mail verschickt' : `Test-E-Mail am ${dayOfTime(mailed)}`,
      isLaw: false,
    },
    { name: 'templates', label: 'Texte der Schreiben angesehen', ...seen(templates), isLaw: false },
    {
      name: 'retention',
      label: 'Aufbewahrung festgelegt',
      state: terms.length > 0 ? 'erledigt' : 'offen',
      found: terms.length === 0 ? 'fehlt' : `Kontaktdaten: ${termWords(terms[0] ?? { days: null, archive: false })}`,
      isLaw: false,
    },
    { name: 'paper', label: 'Papierfassung angesehen', ...seen(paper), isLaw: false },
    {
      name: 'addresses',
      label: 'Anschriften',
      state: all(counts.withAddress),
      found: of(counts.withAddress),
      isLaw: false,
    },
    {
      name: 'codes',
      label: 'Zugangscodes gemacht',
      state: all(counts.withCode),
      found: of(counts.withCode),
      isLaw: false,
    },
  ]
}

export const openPoints = (points: readonly CheckPoint[]): string[] =>
  points.filter(({ state }) => state !== 'erledigt').map(({ label, found }) => `${label}: ${found}`)
