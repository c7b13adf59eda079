import type { StaffFrame } from '../../../../views/page-data/staff-pages.ts'
import { roles } from '../../../domain/rights.ts'
import { navigationOf } from '../../../staff/navigation.ts'
import type { StaffMember } from '../../../store/staff-sessions.ts'

/** The head of every page of staff. */
export function staffFrameOf({ name, role, secondsLeft }: StaffMember, url: string): StaffFrame {
  return { name, role: roles[role], secondsLeft, navigation: navigationOf(role, url) }
}
