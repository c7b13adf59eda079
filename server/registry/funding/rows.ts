import type { Qualification } from '../../../analysis/qualifications/qualification.ts'
import type { Validity } from '../validity.ts'
import type { Provider, RecipientKind } from './kinds.ts'

export interface EinsatzRow extends Validity {
  einsatz: string
  im_nummer: string
  empfaenger: string
  vzae: number
}

export interface QualifikationRow extends Validity {
  im_nummer: string
  art: Qualification
  nachqualifizierung_ab: string | null
  nachqualifizierung_bis: string | null
  nachqualifizierung_entfaellt: boolean
}

export interface FortbildungRow {
  im_nummer: string
  am: string
}

export interface EmpfaengerRow extends Validity {
  empfaenger: string
  art: RecipientKind
  name: string
}

export interface DurchfuehrungRow extends Validity {
  gkz: string
  gemeinde_valid_from: string
  empfaenger: string
  wer: Provider
  durch: string
}
