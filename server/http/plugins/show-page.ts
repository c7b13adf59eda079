import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { Frame, Pages } from '../../../views/page-data/pages.ts'
import type { StaffMember } from '../../store/staff-sessions.ts'
import { helpFrom } from '../pages/help-way.ts'
import { staffFrameOf } from '../pages/intern/frame.ts'
import { showPage } from '../views.ts'
import type { Cookies } from './cookie.ts'

export type ShowPage = <Name extends keyof Pages>(
  request: FastifyRequest,
  reply: FastifyReply,
  name: Name,
  title: string,
  page: Pages[Name],
  visitor?: Visitor | null,
) => Promise<FastifyReply>

/** Shows a page in its frame: title, assets, the token for its forms, and who is logged in. */
export function pageShower(assets: Frame['assets'], cookies: Cookies, operator: Frame['operator']): ShowPage {
  return (request, reply, name, title, page, visitor = null) => {
    const member: StaffMember | undefined = request.staff
    const staff = member === undefined ? null : staffFrameOf(member, request.url)
    const help = helpFrom(request.url, visitor?.home)
    const frame: Frame = { title, assets, csrf: cookies.formToken(request), help, operator, visitor, staff }
    return showPage(reply, name, frame, page)
  }
}
