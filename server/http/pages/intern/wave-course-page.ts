import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LogEntry } from '../../../../views/page-data/log-entry.ts'
import type { Badge, Fault } from '../../../../views/page-data/pieces.ts'
import type { WaveCoursePage } from '../../../../views/page-data/wave-pages.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import type { Approval } from '../../../store/approvals.ts'
import type { countsOf, Wave } from '../../../store/waves.ts'
import { acts, isAct } from '../../../waves/acts.ts'
import type { CheckPoint } from '../../../waves/check-list.ts'
import { courseDays } from '../../../waves/course-days.ts'
import { whyOnPurpose } from '../../../waves/why-on-purpose.ts'
import {
  approvalsHref,
  mailHref,
  mailTemplateHref,
  operatorHref,
  responseHref,
  retentionHref,
  waveHref,
  waveStepHref,
  wavesHref,
} from './addresses.ts'
import { badgeOf, markOf } from './waves-page.ts'

interface Shown {
  wave: Wave
  instrument: Instrument
  counts: Awaited<ReturnType<typeof countsOf>>
  mails: readonly { label: string; day: string }[]
  points: readonly CheckPoint[]
  waiting: readonly Approval[]
  history: LogEntry[]
  today: string
  isOpen: boolean
  mayManage: boolean
  typed: Partial<WaveCoursePage['typed']>
  notice: string
  errors: Fault[]
}

const dayOf = (time: Date | null) => (time === null ? null : berlinDay(time))

export function waveCoursePage(shown: Shown): WaveCoursePage {
  const { wave, instrument, counts, points, waiting, today, mayManage } = shown
  const { id, state, test, stichtag, frist, trial_ended_at: ended } = wave
  const { many } = unitKinds[instrument.unit]
  const course = courseDays(
    {
      openedOn: dayOf(wave.opened_at),
      opensOn: wave.opens_on,
      stichtag,
      frist,
      lastOwnFrist: counts.lastOwnFrist,
      closesOn: wave.closes_on,
      closedOn: state === 'closed' ? dayOf(wave.closed_at) : null,
      mails: shown.mails,
    },
    today,
  )
  const manages = mayManage && ended === null
  return {
    title: instrument.title,
    id,
    mark: markOf(wave),
    badges: [badgeOf({ state, open: shown.isOpen, trialEndedAt: ended, opensOn: wave.opens_on })],
    facts: [
      { label: 'Fragebogen', value: `${wave.survey}, Fassung ${wave.survey_version}` },
      ...(stichtag === null ? [] : [{ label: 'Stichtag', value: formatDate(stichtag) }]),
      { label: 'Frist', value: `${formatDate(frist)}, 24 Uhr` },
      { label: 'Teilnehmende', value: `${formatNumber(counts.participants)} ${many}` },
      ...(counts.ownFrist === 0 ? [] : [{ label: 'Mit eigener Frist', value: formatNumber(counts.ownFrist) }]),
    ],
    ...course,
    hrefs: {
      here: waveStepHref(id, 'ablauf'),
      wave: waveHref(id),
      copy: `${wavesHref}?von=${id}#neu`,
      approvals: approvalsHref,
    },
    acts: {
      oeffnen: waveStepHref(id, 'oeffnen'),
      schliessen: waveStepHref(id, 'schliessen'),
      termine: waveStepHref(id, 'termine'),
      beteiligte: waveStepHref(id, 'beteiligte'),
      gesehen: waveStepHref(id, 'gesehen'),
      dank: waveStepHref(id, 'dank'),
      probelauf: waveStepHref(id, 'probelauf'),
      ende: waveStepHref(id, 'probelauf/beenden'),
    },
    points: points.map((point) => pointOf(point, id)),
    purposes: state === 'open' ? [] : whyOnPurpose(wave, wave.opens_on ?? today),
    waiting: waiting.map(({ act, proposer }) => {
      const label = isAct(act) ? acts[act].label : act
      return `„${label}“ wartet auf ein zweites Konto. Vorgeschlagen hat es ${proposer ?? 'die Befehlszeile'}.`
    }),
    may: {
      manage: manages,
      open: manages && state !== 'open',
      close: manages && state === 'open',
      change: manages && state === 'created',
      add: manages && state !== 'closed',
      remove: manages && state === 'created',
      thank: manages && !test,
      try: manages && !test,
      endTrial: manages && test,
    },
    isReopening: state === 'closed',
    thanks: { isOn: wave.thanks_since !== null, templateHref: mailTemplateHref('dank') },
    typed: {
      am: '',
      zu: '',
      stichtag: stichtag === null ? '' : formatDate(stichtag),
      frist: formatDate(frist),
      dazu: '',
      weg: '',
      grund: '',
      ...shown.typed,
    },
    keys: unitKinds[instrument.unit].keys,
    notice: shown.notice,
    errors: shown.errors,
    history: shown.history,
  }
}

const tones = { erledigt: 'success', offen: 'warning', 'nicht geprüft': 'info' } as const satisfies Record<
  string,
  Badge['tone']
>

function pointOf({ name, label, state, found, isLaw }: CheckPoint, wave: string): WaveCoursePage['points'][number] {
  const href = {
    operator: operatorHref,
    contact: operatorHref,
    mail: mailHref,
    templates: mailHref,
    retention: retentionHref,
    paper: waveStepHref(wave, 'papier'),
    addresses: responseHref(wave),
    codes: responseHref(wave),
  }[name]
  const see = state !== 'erledigt' && (name === 'paper' || name === 'templates') ? name : ''
  return { label, found, badge: { tone: tones[state], label: state }, href, see, isLaw }
}
