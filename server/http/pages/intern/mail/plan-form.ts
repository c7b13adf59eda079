import type { PlanForm } from '../../../../../views/page-data/mail-pages.ts'
import { templates } from '../../../../mail/templates.ts'
import { mailingHref } from '../addresses.ts'

/** What was chosen in the form that plans a mailing. */
export interface Planned {
  wave: string
  template: string
  day: string
  hour: string
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))
const usualHour = '9'

export function planForm(
  waves: ReadonlyMap<string, string>,
  { wave = '', template = '', day = '', hour = usualHour }: Partial<Planned> = {},
  errors: PlanForm['errors'] = [],
): PlanForm {
  return {
    action: mailingHref,
    waves: [...waves].map(([value, title]) => ({ value, label: `${title} (${value})`, selected: value === wave })),
    templates: templates
      .filter(({ chosen }) => !chosen)
      .map(({ name, title }) => ({ value: name, label: title, selected: name === template })),
    hours: hours.map((value) => ({ value, label: `${value} Uhr`, selected: value === hour })),
    day,
    errors,
  }
}
