import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { RegisterUnitPage } from '../../../../views/page-data/register-pages.ts'
import { kreisName } from '../../../domain/kreis-name.ts'
import { type Carrier, carrierOf } from '../../../registry/carrier.ts'
import type { KeptAddress } from '../../../store/addresses.ts'
import type { GemeindePast, numbersOf, Succession, wavesOf } from '../../../store/register-unit.ts'
import type { Membership } from '../../../store/responsibility.ts'
import { type AddressInput, addressSection } from './address-section.ts'
import { carrierHref, registerUnitHref, waveHref } from './addresses.ts'
import { fundingHistories, type UnitFunding } from './funding-histories.ts'
import { span } from './span.ts'

/** All that the register knows of a unit. */
export interface RegisterUnit {
  key: string
  past: readonly GemeindePast[]
  successions: { into: Succession | undefined; from: readonly Succession[] }
  kreis: readonly { name: string; typ: string; regierungsbezirk: string; from: string; until: string | null }[]
  verbund: { name: string; synthetic: boolean } | undefined
  /** To whom a Kommune belongs, and how many belong to the same now. */
  memberships: readonly Membership[]
  companions: number
  members: readonly Membership[]
  numbers: Awaited<ReturnType<typeof numbersOf>>
  waves: Awaited<ReturnType<typeof wavesOf>>
  addresses: readonly KeptAddress[]
  funding: UnitFunding
  /** Antragsverbünde that a Kommune could join. */
  choices: readonly { verbund: string; name: string }[]
}

export interface UnitInput {
  notice?: string
  address?: AddressInput
  carrier?: { to: string; from: string; errors: Record<'an' | 'ab', string> }
}

/** The name of a unit; undefined where the register knows none of that key. */
export function unitTitle({ key, past, kreis, verbund, numbers, funding }: RegisterUnit): string | undefined {
  const [kommune] = past
  const [landkreis] = kreis
  if (kommune !== undefined) return kommune.name
  if (landkreis !== undefined) return kreisName(landkreis)
  if (verbund !== undefined) return verbund.name
  if (numbers.some(({ number }) => number === key)) return `Nummer ${key}`
  return funding.recipient[0]?.name
}

export function registerUnitPage(unit: RegisterUnit, title: string, input: UnitInput = {}): RegisterUnitPage {
  const { key, past, successions, verbund, memberships, members, waves } = unit
  const [now] = past
  const errors = [
    ...Object.entries(input.carrier?.errors ?? {}).flatMap(([field, message]) =>
      message === '' ? [] : [{ field, message }],
    ),
    ...(input.address?.errors ?? []),
  ]
  const isKreis = unit.kreis.length > 0
  return {
    title,
    badges: [
      ...kinds(unit).map((label) => ({ tone: 'info' as const, label })),
      ...(now !== undefined && now.until !== null
        ? [{ tone: 'warning' as const, label: `gab es bis ${formatDate(now.until)}` }]
        : []),
      ...(verbund?.synthetic ? [{ tone: 'plain' as const, label: 'Antragsverbund: synthetische Daten' }] : []),
    ],
    facts: factsOf(unit),
    notice: input.notice ?? '',
    errors,
    history: {
      heads: ['Gilt', 'Name', 'Kreis', 'Einwohner'],
      rows:
        past.length < 2
          ? []
          : past.map((one) =>
              cells([
                span(one.from, one.until),
                one.name,
                kreisName({ typ: one.kreisTyp, name: one.kreisName }),
                inhabitants(one),
              ]),
            ),
    },
    successions: [
      ...(successions.into === undefined ? [] : [succession('Aufgegangen', 'in', successions.into)]),
      ...successions.from.map((one) => succession('Hierin aufgegangen', '', one)),
    ],
    carrier: now === undefined ? '' : carrierWords(unit),
    carriers: {
      heads: ['Gilt', 'Zuständig'],
      rows: memberships.map((one) => [
        { text: span(one.from, one.until) },
        { text: one.verbundName, href: registerUnitHref(one.verbund) },
      ]),
    },
    carrierForm: now === undefined || now.until !== null ? null : carrierForm(unit, now, input.carrier),
    members: {
      heads: ['Kommune', 'GKZ', 'Gilt'],
      rows: members.map((one) => [
        { text: one.name, href: registerUnitHref(one.gkz) },
        { text: one.gkz },
        { text: span(one.from, one.until) },
      ]),
    },
    numbers: {
      heads: ['Nummer', 'Gilt'],
      rows: unit.numbers
        .filter(({ number }) => number !== key)
        .map(({ number, from, until }) => [
          { text: number, href: registerUnitHref(number) },
          { text: span(from, until) },
        ]),
    },
    histories: fundingHistories(unit.funding),
    waves: waves.map(({ wave, asked }) => ({
      href: waveHref(wave),
      label: wave,
      note: asked === 1 ? '' : `${asked} Personen`,
    })),
    address: isKreis ? null : addressSection(key, unit.addresses, title, input.address),
  }
}

const cells = (texts: readonly string[]) => texts.map((text) => ({ text }))

function kinds({ key, past, kreis, verbund }: RegisterUnit): string[] {
  return [
    ...(past.length > 0 ? ['Kommune'] : []),
    ...(kreis[0] === undefined ? [] : [kreis[0].typ]),
    ...(verbund === undefined ? [] : ['Antragsverbund']),
    ...(key.includes('-') ? ['Integrationsmanager/-in'] : []),
  ]
}

function factsOf({ key, past, kreis, numbers, members }: RegisterUnit): RegisterUnitPage['facts'] {
  const [now] = past
  const [landkreis] = kreis
  const own = numbers.find(({ number }) => number === key)
  const present = members.filter(({ until }) => until === null).length
  return [
    { label: 'Schlüssel', value: key },
    ...(now === undefined
      ? []
      : [
          { label: 'Kreis', value: `${kreisName({ typ: now.kreisTyp, name: now.kreisName })} (${now.kreis})` },
          { label: 'Regierungsbezirk', value: now.regierungsbezirk },
          { label: 'Einwohner', value: inhabitants(now) },
          { label: 'Im Verzeichnis', value: span(past.at(-1)?.from ?? now.from, now.until) },
        ]),
    ...(landkreis === undefined ? [] : [{ label: 'Regierungsbezirk', value: landkreis.regierungsbezirk }]),
    ...(own === undefined
      ? []
      : [
          { label: 'Antragsverbund', value: own.verbund },
          { label: 'Gilt', value: span(own.from, own.until) },
        ]),
    ...(present === 0
      ? []
      : [{ label: 'Zuständig für', value: present === 1 ? 'eine Kommune' : `${formatNumber(present)} Kommunen` }]),
  ]
}

const inhabitants = ({ population, populationDate }: GemeindePast): string =>
  population === null
    ? 'nicht bekannt'
    : `${formatNumber(population)}${populationDate === null ? '' : ` (${formatDate(populationDate)})`}`

const succession = (text: string, word: string, { gkz, name, since }: Succession) => ({
  text: `${text} am ${formatDate(since)}${word === '' ? ':' : ` ${word}`}`,
  href: registerUnitHref(gkz),
  label: `${name} (${gkz})`,
})

const sentences: Record<Carrier, (verbund: string) => string> = {
  self: () => 'Die Kommune übernimmt es selbst.',
  kreis: (verbund) => `Die Kommune hat es dem Landkreis übertragen: ${verbund}.`,
  verbund: (verbund) => `Sie tut es gemeinsam mit anderen: ${verbund}.`,
}

function carrierWords({ key, memberships, companions }: RegisterUnit): string {
  const now = memberships.find(({ until }) => until === null)
  if (now === undefined) return 'Die Kommune gehört zu keinem Antragsverbund; für sie antwortet sie selbst.'
  return sentences[carrierOf({ gkz: key, verbund: now.verbund, members: companions })](now.verbundName)
}

function carrierForm(
  { key, choices }: RegisterUnit,
  { kreis, kreisTyp, kreisName: name }: GemeindePast,
  typed: UnitInput['carrier'],
): RegisterUnitPage['carrierForm'] {
  const option = (value: string, label: string) => ({ value, label, selected: value === typed?.to })
  const others = choices.filter(({ verbund }) => verbund !== key && verbund !== `${kreis}000`)
  return {
    href: carrierHref(key),
    options: [
      {
        label: '',
        options: [
          option('selbst', 'die Kommune selbst'),
          ...(kreisTyp === 'Landkreis' ? [option('kreis', kreisName({ typ: kreisTyp, name }))] : []),
        ],
      },
      {
        label: 'ein Antragsverbund des Kreises',
        options: others.map(({ verbund, name: called }) => option(verbund, `${called} (${verbund})`)),
      },
    ],
    from: typed?.from ?? '',
    errors: typed?.errors ?? { an: '', ab: '' },
  }
}
