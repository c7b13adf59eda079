/** A code for previews. It has a U, as no code has, so that it can never be one. */
export const specimenCode = 'MUST-ERCO-DEXX-XXXX'
