import type { PlanForm } from '../../../../../views/page-data/mail-pages.ts'
import { type Chosen, chosenParameters } from '../../../../field/chosen.ts'
import { templates } from '../../../../mail/templates.ts'
import { mailingHref } from '../addresses.ts'

/** What was chosen in the form that plans a mailing. */
export interface Planned {
  wave: string
  template: string
  day: string
  hour: string
  /** Whom alone it is for; undefined: all whom the template is meant for. */
  only?: Chosen | undefined
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))
const usualHour = '9'

export function planForm(
  waves: ReadonlyMap<string, string>,
  { wave = '', template = '', day = '', hour = usualHour, only }: Partial<Planned> = {},
  errors: PlanForm['errors'] = [],
): PlanForm {
  return {
    action: mailingHref,
    waves: [...waves].map(([value, title]) => ({ value, label: `${value}: ${title}`, selected: value === wave })),
    templates: templates
      .filter(({ chosen }) => !chosen || only !== undefined)
      .map(({ name, title }) => ({ value: name, label: title, selected: name === template })),
    hours: hours.map((value) => ({ value, label: `${value} Uhr`, selected: value === hour })),
    day,
    kept: chosenParameters(only),
    errors,
  }
}
