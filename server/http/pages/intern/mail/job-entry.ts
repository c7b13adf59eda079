import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { JobEntry } from '../../../../../views/page-data/mail-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { jobKinds, jobLabel } from '../../../../jobs/kinds.ts'
import { templateOf } from '../../../../mail/templates.ts'
import type { ListedJob } from '../../../../store/jobs.ts'
import { jobStepHref } from '../addresses.ts'

const badges: Record<ListedJob['state'], JobEntry['badge']> = {
  waiting: { tone: 'info', label: 'wartet' },
  running: { tone: 'info', label: 'läuft' },
  done: { tone: 'success', label: 'erledigt' },
  failed: { tone: 'danger', label: 'gescheitert' },
  stopped: { tone: 'plain', label: 'angehalten' },
}

/** A job as its list shows it. */
export function jobEntry(job: ListedJob): JobEntry {
  const { state, total, done } = job
  const template = typeof job.detail.template === 'string' ? templateOf(job.detail.template) : undefined
  const isOpen = state === 'waiting' || state === 'running'
  return {
    title: `Auftrag ${job.id}: ${template?.title ?? jobLabel(job.kind)}`,
    lines: [
      ...(job.wave === null ? [] : [job.wave]),
      job.endedAt === null ? `fällig ${dayAndTime(job.dueAt)}` : `beendet ${dayAndTime(job.endedAt)}`,
      ...(total === null ? [] : [`${formatNumber(done)} von ${formatNumber(total)}`]),
      ...(job.account === null ? [] : [`von ${job.account}`]),
    ],
    badge: badges[state],
    problem: job.problem,
    stopHref: isOpen || state === 'failed' ? jobStepHref(job.id, 'anhalten') : '',
    retryHref: state === 'failed' && jobKinds[job.kind]?.mayRetry === true ? jobStepHref(job.id, 'wiederholen') : '',
  }
}
