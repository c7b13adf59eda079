import type { StaffFrame } from '../../../../views/page-data/staff-pages.ts'
import { roles } from '../../../domain/rights.ts'
import { navigationOf } from '../../../staff/navigation.ts'
import { waveNavigationOf } from '../../../staff/wave-navigation.ts'
import type { StaffMember } from '../../../store/staff-sessions.ts'

/** The head of every page of staff. */
export function staffFrameOf(member: StaffMember, url: string): StaffFrame {
  const { name, role, secondsLeft } = member
  const wave = waveNavigationOf(member, url)
  return { name, role: roles[role], secondsLeft, navigation: navigationOf(member, url), wave }
}
