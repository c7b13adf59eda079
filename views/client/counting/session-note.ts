import { make, makeAlert } from '../elements.ts'

const warnBefore = 5 * 60

/** Says in time that the session ends. It cannot be prolonged from here, but by any other page in a window beside this one. */
export function startSessionNote(): void {
  const seconds = Number(document.body.dataset.secondsLeft)
  if (seconds > 0) setTimeout(() => warn(), Math.max(0, seconds - warnBefore) * 1000)
}

function warn(): void {
  const link = make('a', '', 'Übersicht in einem neuen Fenster öffnen')
  link.href = document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/'
  link.target = '_blank'
  const alert = makeAlert(
    'warning',
    make(
      'p',
      '',
      'Ihre Sitzung endet in wenigen Minuten. Damit sie weiterläuft, öffnen Sie bitte die Übersicht in einem neuen Fenster. Diese Seite lassen Sie geöffnet: Ihre Liste und die Zuordnungen bleiben darin.',
    ),
    make('p', '', link),
  )
  alert.setAttribute('role', 'alert')
  document.querySelector('h1')?.after(alert)
}
