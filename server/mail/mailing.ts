import { z } from 'zod'
import type { Job } from '../store/jobs.ts'

/** The kind of its job. */
export const mailingKind = 'mail'

/** A mailing: a template, the wave, and whom it leaves out or is for alone. All else is looked at when it goes. */
export interface Mailing {
  template: string
  /** Numbers of participants. */
  except: number[]
  only?: number[] | undefined
  /** It may meet so many and no more. */
  most?: number | undefined
  /** Whom it goes to is written down. */
  enlisted: boolean
}

const detail = z.object({
  template: z.string(),
  except: z.array(z.number()).default([]),
  only: z.array(z.number()).optional(),
  most: z.number().optional(),
  enlisted: z.boolean().default(false),
})

export const mailingOf = (job: Pick<Job, 'detail'>): Mailing => detail.parse(job.detail)
