import type { FastifyRequest } from 'fastify'
import { mayUse } from '../../../domain/rights.ts'
import type { Reader } from '../../../evaluation/reader.ts'

/** Who reads figures on a page. */
export const readerIn = ({ staff }: Pick<FastifyRequest, 'staff'>): Reader => ({
  account: staff.accountId,
  seesAnswers: mayUse(staff, 'answers.read'),
})
