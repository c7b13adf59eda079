/** Minutes in which tries are counted together; then it is forgotten who tried. */
export const attemptMinutes = 15

/** Minutes that a file waits for its confirmation. */
export const uploadMinutes = 60
