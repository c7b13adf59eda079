import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextReleasesPage } from '../../page-data/text-pages.ts'

const frame = intern('Freigabe umfrage-3', 'Texte')
const page: TextReleasesPage = {
  ...ofWave,
  notice: 'Der Wortlaut ist freigegeben.',
  entries: [true, false].map((isWaiting, place) => ({
    id: place + 1,
    question: 'F6: Worum geht es in der Beratung?',
    wording: isWaiting ? 'Das Amt in [Name der Kommune] ist weit.' : hostile,
    original: 'Das Amt in Göppingen ist weit.',
    state: 'Vorgelegt von k.meier, wartet auf ein zweites Konto.',
    isWaiting,
    mayRelease: isWaiting,
    mayEnd: true,
    href: `${ofWave.textsHref}/freigabe/${place + 1}`,
    redactHref: `${ofWave.textsHref}/schwaerzen/${place + 1}`,
  })),
  pages: { previous: '', next: `${ofWave.textsHref}/freigabe?seite=2`, position: 'Seite 1 von 2' },
}

export const examples: Examples<'intern/text-releases'> = {
  some: { frame, page },
  reading: {
    frame,
    page: { ...page, notice: '', entries: page.entries.map((one) => ({ ...one, mayRelease: false, mayEnd: false })) },
  },
  none: { frame, page: { ...page, notice: '', entries: [], pages: { previous: '', next: '', position: '' } } },
  refused: {
    frame,
    page: { ...page, notice: '', errors: [{ field: 'wortlaut-1', message: 'Freigeben muss ein zweites Konto.' }] },
  },
}
