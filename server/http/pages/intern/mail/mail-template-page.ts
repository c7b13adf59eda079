import type { MailTemplatePage } from '../../../../../views/page-data/mail-pages.ts'
import { gaps } from '../../../../mail/gaps.ts'
import type { Template } from '../../../../mail/templates.ts'
import type { LoadedTemplate } from '../../../../templates/template-file.ts'
import { mailTemplateHref } from '../addresses.ts'

interface Known {
  template: Template
  loaded: LoadedTemplate | undefined
  problems: readonly string[]
  waves: ReadonlyMap<string, string>
  wave: string
  unit: string
  error: string
  preview: MailTemplatePage['preview']
}

/** When a kind of mail goes, to whom, once per what, and how it looks for somebody. */
export function mailTemplatePage({ template, loaded, ...known }: Known): MailTemplatePage {
  return {
    title: template.title,
    facts: [
      { label: 'Wann', value: template.when },
      { label: 'An', value: template.to },
      { label: 'Wie oft', value: template.once },
      { label: 'Zugangscode', value: template.carriesCode ? 'ja; die Vorschau zeigt ein Muster' : 'nein' },
      ...(loaded === undefined
        ? []
        : [
            { label: 'Betreff', value: loaded.text.subject },
            { label: 'Datei', value: `${loaded.file}${loaded.isOwn ? ' (eigene)' : ' (mitgeliefert)'}` },
          ]),
    ],
    gaps: template.gaps.map((gap) => ({ label: gap, value: gaps[gap] })),
    problems: [...known.problems],
    action: mailTemplateHref(template.name),
    waves: [...known.waves].map(([value, title]) => ({ value, label: title, selected: value === known.wave })),
    unit: known.unit,
    error: known.error,
    preview: known.preview,
  }
}
