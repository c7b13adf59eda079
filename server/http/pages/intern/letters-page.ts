import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { IssueEntry, LettersPage } from '../../../../views/page-data/letter-pages.ts'
import type { Config } from '../../../boot/config.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { AskedByOffice } from '../../../letters/asked-wave.ts'
import type { Receiver } from '../../../letters/receiver.ts'
import { entryAddress } from '../../../letters/sender.ts'
import { letterTemplates } from '../../../letters/templates.ts'
import type { Issue } from '../../../store/letter-issues.ts'
import {
  carrierCodesHref,
  letterIssueHref,
  letterPreviewHref,
  lettersHref,
  newCodesHref,
  returnedLettersHref,
  waveHref,
} from './addresses.ts'

interface Known {
  config: Config
  asked: AskedByOffice
  receivers: readonly Receiver[]
  issues: readonly Issue[]
  kreise: readonly { kreis: string; name: string }[]
  typed: { kreis: string; list: string; anew: boolean; letter: string; form: string; returned: string }
  notice: string
  errors: LettersPage['errors']
}

export const waveHeadOf = ({ id, title, synthetic }: Known['asked']) => ({ id, title, href: waveHref(id), synthetic })

/** What of a wave's letters there is, and how to make more. */
export function lettersPage({ config, asked, receivers, issues, kreise, typed, notice, errors }: Known): LettersPage {
  const { id, unit, stichtag, frist } = asked
  const count = (fits: (receiver: Receiver) => boolean) => `${receivers.filter(fits).length} von ${receivers.length}`
  const options = (chosen: string, all: readonly (readonly [string, string])[]) =>
    all.map(([value, label]) => ({ value, label, selected: value === chosen }))
  return {
    wave: waveHeadOf(asked),
    notice,
    errors,
    mostAnew: config.twoAccounts ? config.twoAccountsAbove : null,
    warnings: warningsOf(config, asked),
    facts: [
      { label: 'Stichtag', value: stichtag === null ? 'keiner' : formatDate(stichtag) },
      { label: 'Frist', value: formatDate(frist) },
      { label: 'Mit Anschrift', value: count(({ address }) => address !== null) },
      { label: 'Mit gültigem Zugangscode', value: count(({ hasCode }) => hasCode) },
    ],
    previews: (['einladung', 'anschreiben', 'zugangscode', 'ersatzcode'] as const).map((name) => ({
      href: letterPreviewHref(id, name),
      label: letterTemplates[name].title,
    })),
    waiting: receivers.filter(({ hasCode, inIssue }) => !hasCode && !inIssue).length,
    choices: {
      kreise: options(typed.kreis, [
        ['', `alle ${unitKinds[unit].many}`],
        ...kreise.map(({ kreis, name }) => [kreis, `Kreis ${name}`] as const),
      ]),
      anew: options(typed.anew ? 'ja' : 'nein', [
        ['nein', 'bekommt kein Schreiben'],
        ['ja', 'bekommt einen neuen; der bisherige gilt dann nicht mehr'],
      ]),
      letters: options(typed.letter, [
        ['einladung', 'Link und Zugangscode in einem Schreiben'],
        ['zugangscode', 'Zugangscode getrennt vom Anschreiben'],
      ]),
      forms: options(typed.form, [
        ['pdf', 'fertige Schreiben (PDF)'],
        ['csv', 'Liste für den eigenen Serienbrief (CSV)'],
      ]),
    },
    typed: { list: typed.list, returned: typed.returned },
    open: issues.filter(({ settledAt }) => settledAt === null).map(entryOf),
    past: issues.filter(({ settledAt }) => settledAt !== null).map(rowOf),
    hrefs: {
      add: lettersHref(id),
      returned: returnedLettersHref(id),
      newCodes: newCodesHref(id),
      carriers: asked.unit === 'gemeinde' ? carrierCodesHref(id) : '',
    },
  }
}

function warningsOf(config: Config, { synthetic, isClosed }: AskedByOffice): string[] {
  const { operator, publicUrl } = config
  return [
    ...(isClosed ? ['Die Erhebung ist geschlossen. Zugangscodes lassen niemanden mehr ein.'] : []),
    ...(publicUrl === undefined && !synthetic
      ? [`Die Schreiben nennen ${entryAddress(config)}: Die öffentliche Adresse (PUBLIC_URL) ist nicht eingestellt.`]
      : []),
    ...(operator.facts.address === undefined
      ? ['In der Rücksendezeile fehlt die Anschrift des Betreibers; sie steht in dessen Datei (STICHTAG_OPERATOR).']
      : []),
  ]
}

export const issueTitle = ({ id, letter, form }: Pick<Issue, 'id' | 'letter' | 'form'>) =>
  `Ausgabe ${id}: ${letterTemplates[letter].title}${form === 'csv' ? ' (CSV)' : ''}`

export function issueBadge({ outcome, drawnAt }: Pick<Issue, 'outcome' | 'drawnAt'>) {
  if (outcome === 'valid') return { tone: 'success', label: 'Codes gelten' }
  if (outcome === 'discarded') return { tone: 'plain', label: 'verworfen' }
  return drawnAt === null
    ? { tone: 'info', label: 'noch nicht heruntergeladen' }
    : { tone: 'warning', label: 'noch nicht bestätigt' }
}

function entryOf(issue: Issue): IssueEntry {
  const { id, wave, letters, createdAt, who } = issue
  return {
    href: letterIssueHref(wave, id),
    title: issueTitle(issue),
    lines: [`${letters} Schreiben`, `angelegt ${dayAndTime(createdAt)}`, `von ${who ?? 'der Befehlszeile'}`],
    badges: [issueBadge(issue)],
  }
}

function rowOf(issue: Issue): string[] {
  const { id, letter, form, who, createdAt, letters, valid, superseded, settledAt, outcome } = issue
  const when = settledAt === null ? '' : dayAndTime(settledAt)
  const state =
    outcome === 'discarded'
      ? `verworfen ${when}`
      : `gilt seit ${when}${superseded > 0 ? `; ${superseded} überholt, da inzwischen ein anderer Code ausgegeben war` : ''}`
  return [
    String(id),
    dayAndTime(createdAt),
    who ?? 'Befehlszeile',
    `${letterTemplates[letter].title}${form === 'csv' ? ' (CSV)' : ''}`,
    outcome === 'valid' ? String(valid) : String(letters),
    state,
  ]
}
