import type { Badge } from '../../../../views/page-data/pieces.ts'
import type { ApprovalsPage } from '../../../../views/page-data/wave-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { Approval, Decision } from '../../../store/approvals.ts'
import { acts, isAct } from '../../../waves/acts.ts'
import { approvalHref, waveStepHref } from './addresses.ts'

export interface Waiting {
  approval: Approval
  facts: { label: string; value: string }[]
  /** Why it no longer holds, or ''. */
  why: string
}

interface Shown {
  waiting: readonly Waiting[]
  decided: readonly Approval[]
  viewer: number
  isOff: boolean
  isAlone: boolean
  notice: string
  error: string
}

const labelOf = (act: string) => (isAct(act) ? acts[act].label : act)

const badges: Record<Decision, Badge> = {
  agreed: { tone: 'success', label: 'zugestimmt' },
  refused: { tone: 'danger', label: 'abgelehnt' },
  withdrawn: { tone: 'plain', label: 'zurückgenommen' },
  void: { tone: 'warning', label: 'verfallen' },
}

const proposed = ({ proposer, proposedAt }: Approval) =>
  `vorgeschlagen ${dayAndTime(proposedAt)} von ${proposer ?? 'der Befehlszeile'}`

export function approvalsPage({ waiting, decided, viewer, ...said }: Shown): ApprovalsPage {
  return {
    ...said,
    open: waiting.map(({ approval, facts, why }) => ({
      id: approval.id,
      action: approvalHref(approval.id),
      title: labelOf(approval.act),
      wave: { href: waveStepHref(approval.wave, 'ablauf'), id: approval.wave },
      by: proposed(approval),
      reason: approval.reason,
      facts,
      void: why,
      isOwn: approval.proposedBy === viewer,
    })),
    decided: decided.flatMap((approval) =>
      approval.decision === null || approval.decidedAt === null
        ? []
        : {
            title: `${labelOf(approval.act)}: ${approval.wave}`,
            lines: [proposed(approval), `entschieden ${dayAndTime(approval.decidedAt)} von ${approval.decider ?? ''}`],
            badge: badges[approval.decision],
          },
    ),
  }
}
