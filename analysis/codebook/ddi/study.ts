import { valuesWords } from '../../../surveys/codebook/values-used.ts'
import { unitKinds } from '../../../surveys/compile/unit-kinds.ts'
import type { Study } from '../codebook.ts'
import { access, isSynthetic, mode, response, sampling, universe } from '../study-words.ts'
import { element, textElement, type Xml } from '../xml.ts'

const dayOf = (at: string | null) => (at === null ? undefined : at.slice(0, 10))

/** What the codebook itself is. */
export function documentDescription({ title, state, at, program }: Study): Xml {
  return element(
    'docDscr',
    {},
    element(
      'citation',
      {},
      element('titlStmt', {}, textElement('titl', `Codebuch: ${title}`)),
      element(
        'prodStmt',
        {},
        textElement('prodDate', dayOf(at), { date: dayOf(at) }),
        textElement('software', 'Stichtag', { version: program }),
      ),
      element('verStmt', {}, textElement('version', `Datenstand ${state}`)),
    ),
  )
}

/** What was asked, of whom, how, and what came in. */
export function studyDescription(study: Study): Xml {
  const { id, title, unit, producer, waves, state, at, values } = study
  const several = waves.length > 1
  const ofWave = (wave: string, text: string) => (several ? `${wave}: ${text}` : text)
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      element(
        'titlStmt',
        {},
        textElement('titl', title),
        textElement('IDNo', id, { agency: 'Stichtag', level: 'study' }),
      ),
      element('rspStmt', {}, textElement('AuthEnty', producer)),
      element('prodStmt', {}, textElement('producer', producer)),
      element(
        'verStmt',
        {},
        textElement(
          'version',
          [
            `Datenstand ${state}`,
            ...waves.map(({ survey, version, hash }) => `Fragebogen ${survey}, Fassung ${version}, SHA-256 ${hash}`),
          ].join('; '),
          { date: dayOf(at) },
        ),
        textElement('notes', `Werte: ${valuesWords(values)}`),
      ),
    ),
    element(
      'stdyInfo',
      {},
      textElement(
        'abstract',
        waves.map((one) => ofWave(one.wave, `${one.title}${one.source === '' ? '' : `. ${one.source}`}`)).join(' '),
      ),
      element(
        'sumDscr',
        {},
        waves.map(({ stichtag, wave }) =>
          textElement('timePrd', stichtag ?? undefined, {
            event: 'single',
            date: stichtag ?? undefined,
            cycle: several ? wave : undefined,
          }),
        ),
        waves.map(({ frist, wave }) =>
          textElement('collDate', frist, { event: 'end', date: frist, cycle: several ? wave : undefined }),
        ),
        textElement('nation', 'Deutschland', { abbr: 'DE' }),
        textElement('geogCover', 'Baden-Württemberg'),
        textElement('geogUnit', 'Gemeinde'),
        textElement('anlyUnit', unitKinds[unit].one),
        waves.map((one) => textElement('universe', ofWave(one.wave, universe(study, one)))),
        textElement('dataKind', isSynthetic(study) ? 'Erfundene Angaben zum Ausprobieren' : 'Befragungsdaten'),
      ),
      waves.flatMap(({ wave, assumed }) =>
        assumed.map((text) => textElement('notes', ofWave(wave, text), { type: 'assumed' })),
      ),
    ),
    element(
      'method',
      {},
      element(
        'dataColl',
        {},
        textElement('timeMeth', several ? 'Panel' : 'Querschnitt zu einem Stichtag'),
        textElement('sampProc', sampling),
        textElement('collMode', mode),
        textElement('resInstru', 'Standardisierter Fragebogen mit Prüfungen beim Ausfüllen'),
      ),
      element(
        'anlyInfo',
        {},
        waves.map((one) => textElement('respRate', ofWave(one.wave, response(one)))),
      ),
    ),
    element('dataAccs', {}, element('useStmt', {}, textElement('conditions', access))),
  )
}
